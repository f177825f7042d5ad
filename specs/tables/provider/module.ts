import type { ConsumerId, ProviderAddress, Singleton } from '../../key.ts';
import { table, type Table } from '../../table.ts';
import type { Hex, Nanos, Value } from '../../value.ts';
import type { ValidatorSetChangeRow } from '../consumer.ts';
import type { TendermintClientState } from '../ibc/client.ts';

/** The store of the CCV provider module; here, the module's own state and its packets. */
const store = 'provider';
const text = { as: 'text' } as const;
const u64 = { as: 'u64' } as const;

/** `ibc.lightclients.tendermint.v1.ClientState` without an `Any`. */
export type ClientTemplateRow = Omit<TendermintClientState, '@type'>;

/** `interchain_security.ccv.provider.v1.Params`. */
export type ProviderParamsRow = {
  readonly template_client: ClientTemplateRow;
  readonly trusting_period_fraction: string;
  readonly ccv_timeout_period: Nanos;
  readonly slash_meter_replenish_period: Nanos;
  readonly slash_meter_replenish_fraction: string;
  readonly consumer_reward_denom_registration_fee: { readonly denom: string; readonly amount: bigint };
  readonly blocks_per_epoch: bigint;
  readonly number_of_epochs_to_start_receiving_rewards: bigint;
  readonly max_provider_consensus_validators: bigint;
};

/** The parameters of the module (ICS-028 DS). */
export const providerParams = single<ProviderParamsRow>('params', 'ff', proto('Params'));

/** The port that the module owns. */
export const providerPort = single<string>('port', '00', text);

/** The id of the next validator set update; initially 1. */
export const valsetUpdateId = single<bigint>('valset-update-id', '02', u64);

/** VSCtoH: by valset update id, the height after the last block that could change it. */
export const valsetUpdateBlockHeights = table<bigint, [valsetUpdateId: bigint]>({
  name: `${store}/valset-update-block-heights`,
  store,
  prefix: '0d',
  key: [u64],
  value: u64,
});

/** How much more power can be jailed (ADR-002); negative after a validator with more power was jailed. */
export const slashMeter = single<bigint>('slash-meter', '03', { as: 'int' });

/** The time of the next replenishment of the slash meter, unless it is full by then. */
export const slashMeterReplenishTime = single<Nanos>('slash-meter-replenish-time', '04', { as: 'time' });

/** By consumer id: VSC packets that are queued until the channel is open, or the client is active. */
export const pendingVscs = perConsumer<{ readonly list: readonly ValidatorSetChangeRow[] }>(
  'pending-vscs',
  '11',
  proto('ValidatorSetChangePackets'),
);

/** By consumer id: slash acknowledgements, which the next VSC packet carries. */
export const slashAcks = perConsumer<{ readonly addresses: readonly string[] }>('slash-acks', '0f', proto('SlashAcks'));

/** By provider consensus address: validators with a reported double sign; the value is empty. */
export const slashLog = table<Hex, [address: ProviderAddress]>({
  name: `${store}/slash-log`,
  store,
  prefix: '1a',
  key: [{ as: 'rest' }],
  value: { as: 'hex' },
});

function proto(message: string): Table['value'] {
  return { as: 'proto', type: `interchain_security.ccv.provider.v1.${message}` };
}

function single<Row extends Value>(what: string, prefix: string, value: Table['value']): Table<Row, Singleton> {
  return table<Row, []>({ name: `${store}/${what}`, store, prefix, key: [], value });
}

function perConsumer<Row extends Value>(what: string, prefix: string, value: Table['value']): Table<Row, ConsumerId> {
  return table<Row, [consumerId: ConsumerId]>({ name: `${store}/${what}`, store, prefix, key: [text], value });
}
