import type { ChannelId, ClientId, ConsumerId, Key } from '../../key.ts';
import { table, type Table } from '../../table.ts';
import type { Hex, Nanos, Value } from '../../value.ts';
import type { HeightRow } from '../ibc/height.ts';

/** The store of the CCV provider module; here, consumers and their phases (ADR-018, ADR-019). */
const store = 'provider';
const text = { as: 'text' } as const;
const consumerId = { as: 'lp64text' } as const;

/** `interchain_security.ccv.provider.v1.ConsumerPhase` (ADR-019), in numeric order. */
export const PHASES = [
  'CONSUMER_PHASE_UNSPECIFIED',
  'CONSUMER_PHASE_REGISTERED',
  'CONSUMER_PHASE_INITIALIZED',
  'CONSUMER_PHASE_LAUNCHED',
  'CONSUMER_PHASE_STOPPED',
  'CONSUMER_PHASE_DELETED',
] as const;

/** The phase of a consumer (ADR-019). */
export type ConsumerPhase = (typeof PHASES)[number];

/** `interchain_security.ccv.provider.v1.ConsumerMetadata`. */
export type ConsumerMetadataRow = {
  readonly name: string;
  readonly description: string;
  readonly metadata: string;
};

/** `interchain_security.ccv.provider.v1.ConsumerInitializationParameters`. */
export type InitializationParametersRow = {
  readonly initial_height: HeightRow;
  readonly genesis_hash: Hex;
  readonly binary_hash: Hex;
  /** Go's zero time, the first instant of the year 1, if it is not set. */
  readonly spawn_time: Nanos;
  readonly unbonding_period: Nanos;
  readonly ccv_timeout_period: Nanos;
  readonly transfer_timeout_period: Nanos;
  readonly consumer_redistribution_fraction: string;
  readonly blocks_per_distribution_transmission: bigint;
  readonly historical_entries: bigint;
  readonly distribution_transmission_channel: string;
  readonly connection_id: string;
};

/** `interchain_security.ccv.provider.v1.PowerShapingParameters` (ADR-015, ADR-017). */
export type PowerShapingRow = {
  readonly top_N: number;
  readonly validators_power_cap: number;
  readonly validator_set_cap: number;
  readonly allowlist: readonly string[];
  readonly denylist: readonly string[];
  readonly min_stake: bigint;
  readonly allow_inactive_vals: boolean;
  readonly prioritylist: readonly string[];
};

/** `interchain_security.ccv.provider.v1.ConsumerIds`. */
export type ConsumerIdsRow = { readonly ids: readonly ConsumerId[] };

/** The id of the next consumer. */
export const nextConsumerId = table<bigint, []>({
  name: `${store}/next-consumer-id`,
  store,
  prefix: '2b',
  key: [],
  value: { as: 'u64' },
});

/** By consumer id: the chain id. */
export const consumerChainIds = perConsumer<string>('consumer-chain-ids', '2c', text);

/** By consumer id: the owner, as bech32. */
export const consumerOwners = perConsumer<string>('consumer-owners', '2d', text);

/** By consumer id. */
export const consumerMetadata = perConsumer<ConsumerMetadataRow>('consumer-metadata', '2e', proto('ConsumerMetadata'));

/** By consumer id. */
export const initializationParameters = perConsumer<InitializationParametersRow>(
  'initialization-parameters',
  '2f',
  proto('ConsumerInitializationParameters'),
);

/** By consumer id. */
export const powerShaping = perConsumer<PowerShapingRow>('power-shaping', '30', proto('PowerShapingParameters'));

/** By consumer id. */
export const consumerPhases = perConsumer<ConsumerPhase>('consumer-phases', '31', { as: 'enum32', names: PHASES });

/** By consumer id: the time at which a stopped consumer is deleted. */
export const removalTimes = perConsumer<Nanos>('removal-times', '32', { as: 'goTime' });

/** By time: the consumers to launch at that time, in the order in which they were added. */
export const spawnQueue = timeQueue('spawn-queue', '33');

/** By time: the stopped consumers to delete at that time. */
export const removalQueue = timeQueue('removal-queue', '34');

/** By consumer id: the client of the consumer. */
export const consumerClients = byConsumer<ClientId>('consumer-to-client', '07', text);

/** By client: the consumer id. */
export const clientToConsumer = table<ConsumerId, [client: ClientId]>({
  name: `${store}/client-to-consumer`,
  store,
  prefix: '35',
  key: [consumerId],
  value: text,
});

/** By consumer id: the CCV channel, after it is open. */
export const consumerToChannel = byConsumer<ChannelId>('consumer-to-channel', '05', text);

/** By channel: the consumer id. */
export const channelToConsumer = table<ConsumerId, [channel: ChannelId]>({
  name: `${store}/channel-to-consumer`,
  store,
  prefix: '06',
  key: [text],
  value: text,
});

/** By consumer id: the height at which its CCV channel was opened. */
export const initChainHeights = byConsumer<bigint>('init-chain-heights', '10', { as: 'u64' });

/** By consumer id: `interchain_security.ccv.v1.ConsumerGenesisState`, created at the launch. */
export const consumerGenesis = byConsumer<ConsumerGenesisRow>('consumer-genesis', '0e', {
  as: 'proto',
  type: 'interchain_security.ccv.v1.ConsumerGenesisState',
});

/** By consumer id: the minimum consumer height of evidence. */
export const evidenceMinHeights = byConsumer<bigint>('evidence-min-heights', '1d', { as: 'u64' });

/** `interchain_security.ccv.v1.ConsumerGenesisState`. */
export type ConsumerGenesisRow = {
  readonly params: Value;
  readonly provider: {
    readonly client_state: Value;
    readonly consensus_state: Value;
    readonly initial_val_set: readonly { readonly pub_key: { readonly ed25519: Hex }; readonly power: bigint }[];
  };
  readonly new_chain: boolean;
  readonly preCCV: boolean;
  readonly connection_id: string;
};

function proto(message: string): Table['value'] {
  return { as: 'proto', type: `interchain_security.ccv.provider.v1.${message}` };
}

/** A table by consumer id, with a length prefix. */
function perConsumer<Row extends Value>(what: string, prefix: string, value: Table['value']): Table<Row, ConsumerId> {
  return table<Row, [consumerId: ConsumerId]>({ name: `${store}/${what}`, store, prefix, key: [consumerId], value });
}

/** A table by consumer id, which is the end of the key. */
function byConsumer<Row extends Value>(what: string, prefix: string, value: Table['value']): Table<Row, ConsumerId> {
  return table<Row, [consumerId: ConsumerId]>({ name: `${store}/${what}`, store, prefix, key: [text], value });
}

function timeQueue(what: string, prefix: string): Table<ConsumerIdsRow, Key<[time: Nanos]>> {
  return table<ConsumerIdsRow, [time: Nanos]>({
    name: `${store}/${what}`,
    store,
    prefix,
    key: [{ as: 'time' }],
    value: proto('ConsumerIds'),
  });
}
