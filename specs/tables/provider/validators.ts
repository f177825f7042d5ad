import type { ConsumerAddress, ConsumerId, Key, ProviderAddress } from '../../key.ts';
import { table, type Table } from '../../table.ts';
import type { Dec, Hex, Nanos, Value } from '../../value.ts';

/** The store of the CCV provider module; here, the validators of each chain and their choices (ADR-001, ADR-015). */
const store = 'provider';
const consumerId = { as: 'lp64text' } as const;
const address = { as: 'rest' } as const;
const hex = { as: 'hex' } as const;
const consensusValidator = proto('interchain_security.ccv.provider.v1.ConsensusValidator');

/** The key of a row of a consumer's validator. */
export type PerValidator = Key<[consumerId: ConsumerId, address: ProviderAddress]>;

/** `tendermint.crypto.PublicKey`; only ed25519 is used. */
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

/** By `{consumer id}/{provider consensus address}`: the set that was last computed for the consumer. */
export const consumerValidators = perValidator<ConsensusValidatorRow>('consumer-validators', '1f', consensusValidator);

/** By provider consensus address: the active set, which the provider's consensus engine got last. */
export const lastProviderConsensusValidators = table<ConsensusValidatorRow, [address: ProviderAddress]>({
  name: `${store}/last-provider-consensus-validators`,
  store,
  prefix: '2a',
  key: [address],
  value: consensusValidator,
});

/** By `{consumer id}/{provider consensus address}`: the validators that opted in; the value is empty. */
export const optedIn = perValidator<Hex>('opted-in', '20', hex);

/** By `{consumer id}/{provider consensus address}`: the allowlist; the value is empty. */
export const allowlist = perValidator<Hex>('allowlist', '24', hex);

/** By `{consumer id}/{provider consensus address}`: the denylist; the value is empty. */
export const denylist = perValidator<Hex>('denylist', '25', hex);

/** By `{consumer id}/{provider consensus address}`: the priority list; the value is empty. */
export const prioritylist = perValidator<Hex>('prioritylist', '38', hex);

/** By `{consumer id}/{provider consensus address}`: the commission rate of the validator for this consumer. */
export const consumerCommissionRates = perValidator<Dec>('consumer-commission-rates', '27', { as: 'int' });

/** By consumer id: the minimum power of the validators in the top N. */
export const minimumPowerInTopN = table<bigint, [consumerId: ConsumerId]>({
  name: `${store}/minimum-power-in-top-n`,
  store,
  prefix: '28',
  key: [consumerId],
  value: { as: 'u64' },
});

/** By `{consumer id}/{provider consensus address}`: the assigned consumer key (ADR-001). */
export const consumerKeys = perValidator<PublicKeyRow>('consumer-keys', '16', proto('tendermint.crypto.PublicKey'));

/** By `{consumer id}/{consumer consensus address}`: the provider consensus address; includes recently replaced keys. */
export const validatorsByConsumerAddress = table<Hex, [consumerId: ConsumerId, address: ConsumerAddress]>({
  name: `${store}/validators-by-consumer-address`,
  store,
  prefix: '17',
  key: [consumerId, address],
  value: hex,
});

/** By `{consumer id}/{time}`: the consumer consensus addresses to prune at that time. */
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
