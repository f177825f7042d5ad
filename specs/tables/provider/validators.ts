import type { ConsumerAddress, ConsumerId, Key, ProviderAddress } from '../../key.ts';
import { table, type Table } from '../../table.ts';
import type { Dec, Hex, Nanos, Value } from '../../value.ts';

/** The store of the CCV provider module; here, the validators of each chain and what they chose (ADR-001, ADR-015). */
const store = 'provider';
const consumerId = { as: 'lp64text' } as const;
const address = { as: 'rest' } as const;
const hex = { as: 'hex' } as const;
const consensusValidator = proto('interchain_security.ccv.provider.v1.ConsensusValidator');

/** The key of what a consumer's validator has or chose. */
export type PerValidator = Key<[consumerId: ConsumerId, address: ProviderAddress]>;

/** `tendermint.crypto.PublicKey`; only ed25519 is ever used. */
export type PublicKeyRow = { readonly ed25519: Hex };

/** `interchain_security.ccv.provider.v1.ConsensusValidator`. */
export type ConsensusValidatorRow = {
  readonly provider_cons_addr: Hex;
  readonly power: bigint;
  readonly public_key: PublicKeyRow;
  readonly join_height: bigint;
};

/** `interchain_security.ccv.provider.v1.AddressList`. */
export type AddressListRow = { readonly addresses: readonly Hex[] };

/** By `{consumer id}/{provider consensus address}`: the set that the consumer has, or will have. */
export const consumerValidators = perValidator<ConsensusValidatorRow>('consumer-validators', '1f', consensusValidator);

/** By provider consensus address: the set that the provider's consensus engine was given last. */
export const lastProviderConsensusValidators = table<ConsensusValidatorRow, [address: ProviderAddress]>({
  name: `${store}/last-provider-consensus-validators`,
  store,
  prefix: '2a',
  key: [address],
  value: consensusValidator,
});

/** By `{consumer id}/{provider consensus address}`; the value is empty. */
export const optedIn = perValidator<Hex>('opted-in', '20', hex);

/** By `{consumer id}/{provider consensus address}`: the only validators that may validate; the value is empty. */
export const allowlist = perValidator<Hex>('allowlist', '24', hex);

/** By `{consumer id}/{provider consensus address}`: validators that may not validate; the value is empty. */
export const denylist = perValidator<Hex>('denylist', '25', hex);

/** By `{consumer id}/{provider consensus address}`: validators that come first; the value is empty. */
export const prioritylist = perValidator<Hex>('prioritylist', '38', hex);

/** By `{consumer id}/{provider consensus address}`: the share of rewards that the validator keeps. */
export const consumerCommissionRates = perValidator<Dec>('consumer-commission-rates', '27', { as: 'int' });

/** By consumer id: the least power of a validator that must validate it. */
export const minimumPowerInTopN = table<bigint, [consumerId: ConsumerId]>({
  name: `${store}/minimum-power-in-top-n`,
  store,
  prefix: '28',
  key: [consumerId],
  value: { as: 'u64' },
});

/** By `{consumer id}/{provider consensus address}`: the key that the validator chose for the consumer (ADR-001). */
export const consumerKeys = perValidator<PublicKeyRow>('consumer-keys', '16', proto('tendermint.crypto.PublicKey'));

/** By `{consumer id}/{consumer consensus address}`: the provider consensus address, also of keys given up lately. */
export const validatorsByConsumerAddress = table<Hex, [consumerId: ConsumerId, address: ConsumerAddress]>({
  name: `${store}/validators-by-consumer-address`,
  store,
  prefix: '17',
  key: [consumerId, address],
  value: hex,
});

/** By `{consumer id}/{time}`: the consumer consensus addresses to forget then. */
export const consumerAddressesToPrune = table<AddressListRow, [consumerId: ConsumerId, time: Nanos]>({
  name: `${store}/consumer-addresses-to-prune`,
  store,
  prefix: '29',
  key: [consumerId, { as: 'time' }],
  value: proto('interchain_security.ccv.provider.v1.AddressList'),
});

function proto(type: string): Table['value'] {
  return { as: 'proto', type };
}

function perValidator<Row extends Value>(
  what: string,
  prefix: string,
  value: Table['value'],
): Table<Row, PerValidator> {
  return table<Row, [consumerId: ConsumerId, address: ProviderAddress]>({
    name: `${store}/${what}`,
    store,
    prefix,
    key: [consumerId, address],
    value,
  });
}
