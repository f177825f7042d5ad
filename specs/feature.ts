/**
 * The differences between releases, by name. A release lists the features of each of its programs.
 * The model reads features and never a version number.
 */
export const FEATURES = {
  'ccv-key-assignment': 'Validators can assign a separate consensus key for each consumer (ADR-001).',
  'ccv-slash-packet-retries':
    'A consumer retries a slash packet that the provider bounced, and sends no other until it is handled (ADR-008).',
  'ccv-partial-set-security': 'A subset of the provider validators validates a consumer (ADR-015).',
  'ccv-inactive-validators': 'Validators outside the active set of the provider can validate consumers (ADR-017).',
  'ccv-no-maturity-packets':
    'Consumers send no VSCMatured packets, and unbonding on the provider does not wait for them (ADR-018).',
  'ibc-capabilities': 'The capability module owns IBC ports and channels (ibc-go before v10).',
  'ibc-light-client-modules':
    'IBC core finds a light client by the type in its id, and treats an unknown one as inactive (ibc-go from v9 on).',
  'ibc-stored-localhost': 'The localhost client has a stored state, which each block renews (ibc-go before v9).',
  'ibc-channel-upgrades': 'Channels have an upgrade sequence and parameters (ibc-go v8).',
  'ibc-client-creator': 'The creator of a client is stored (ibc-go from v10 on).',
  'ibc-no-light-clients':
    'IBC core has no light client module, so no client can be created (the standalone program of v7).',
  'ibc-short-client-ids': 'Client ids can have 4 characters, not at least 9 (ibc-go from v9 on).',
  'ibc-trust-level-code': 'A trust level that is out of range has its own error code (ibc-go from v9 on).',
  'ibc-canonical-acknowledgement': 'A JSON acknowledgement must be in canonical form (ibc-go from v10 on).',
  'ibc-denom-hops': 'The denomination of a voucher is stored with a list of hops (ibc-go from v9 on).',
  'ibc-transfer-v2':
    'The transfer module can send over a client (ICS-04 v2), and changes the order of packets and checks (ibc-go v10).',
  changeover: 'The consumer program can replace the program of a standalone chain (ADR-010).',
  democracy: 'The consumer has its own delegators and governance beside the provider validators (democracy program).',
} as const satisfies Readonly<Record<string, string>>;

/** The name of a feature. */
export type Feature = keyof typeof FEATURES;

/** The features of one program of one release. */
export type Features = ReadonlySet<Feature>;
