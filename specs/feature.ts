/**
 * What differs between releases, by name (design rule 6). A release lists the features of each of its programs;
 * the model reads them and never a version number.
 */
export const FEATURES = {
  'ccv-key-assignment': 'A validator may sign the blocks of a consumer with a key of its own (ADR-001).',
  'ccv-slash-packet-retries':
    'A consumer sends a slash packet again that the provider has bounced, and no other before it is handled (ADR-008).',
  'ccv-partial-set-security': 'A consumer is validated by some of the validators of the provider (ADR-015).',
  'ccv-inactive-validators': 'Validators outside the consensus set of the provider may validate consumers (ADR-017).',
  'ccv-no-maturity-packets':
    'Consumers do not report that a validator set change has matured, and the provider holds no unbondings for them (ADR-018).',
  'ibc-capabilities': 'IBC ports and channels are owned through the capability module (ibc-go before v10).',
  'ibc-light-client-modules':
    'IBC core finds a light client by the type in its id and takes an unknown one for inactive (ibc-go from v9 on).',
  'ibc-stored-localhost': 'The localhost client has a state in the store that each block renews (ibc-go before v9).',
  'ibc-channel-upgrades': 'Channels count their upgrades and have parameters (ibc-go v8).',
  'ibc-client-creator': 'Who created a client is remembered (ibc-go from v10 on).',
  'ibc-no-light-clients':
    'IBC core has no light client, so that no client can be created (the sovereign program of v7).',
  'ibc-short-client-ids': 'The id of a client has 4 characters or more, not 9 (ibc-go from v9 on).',
  'ibc-trust-level-code': 'A trust level out of range is refused with a code of its own (ibc-go from v9 on).',
  'ibc-canonical-acknowledgement': 'An acknowledgement in JSON must be written canonically (ibc-go from v10 on).',
  'ibc-denom-hops': 'What a voucher stands for is stored with its hops in a row (ibc-go from v9 on).',
  'ibc-transfer-v2':
    'The transfer application may send over a client (ICS-04 v2), and orders its packets and its checks anew (ibc-go v10).',
  changeover: 'The consumer can take the place of the program of a chain that lived on its own (ADR-010).',
  democracy:
    'The consumer has stakers and governance of its own beside the validators of the provider (democracy program).',
} as const satisfies Readonly<Record<string, string>>;

/** The name of a feature. */
export type Feature = keyof typeof FEATURES;

/** The features of one program of one release. */
export type Features = ReadonlySet<Feature>;
