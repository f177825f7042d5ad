import type { BlockHeight, ConsensusAddress } from '../key.ts';
import { table } from '../table.ts';
import type { Hex, Nanos, Value } from '../value.ts';
import type { AnyEd25519 } from './consensus-key.ts';
import type { HistoricalInfoRow } from './historical-info.ts';
import type { UpdateRow } from './validator-update.ts';

/** The store of the CCV consumer module. */
const store = 'ccvconsumer';

/** `interchain_security.ccv.v1.ConsumerParams`. */
export interface ConsumerParamsRow {
  readonly [field: string]: boolean | bigint | string | readonly string[];
  readonly enabled: boolean;
  readonly blocks_per_distribution_transmission: bigint;
  readonly distribution_transmission_channel: string;
  readonly provider_fee_pool_addr_str: string;
  readonly ccv_timeout_period: Nanos;
  readonly transfer_timeout_period: Nanos;
  readonly consumer_redistribution_fraction: string;
  readonly historical_entries: bigint;
  readonly unbonding_period: Nanos;
  readonly soft_opt_out_threshold: string;
  readonly reward_denoms: readonly string[];
  readonly provider_reward_denoms: readonly string[];
  readonly retry_delay_period: Nanos;
  readonly consumer_id: string;
}

/** `interchain_security.ccv.consumer.v1.CrossChainValidator`. */
export type CrossChainValidatorRow = {
  readonly address: Hex;
  readonly power: bigint;
  readonly pubkey: AnyEd25519;
  readonly opted_out: boolean;
};

/** `interchain_security.ccv.v1.ValidatorSetChangePacketData`. */
export type ValidatorSetChangeRow = {
  readonly validator_updates: readonly UpdateRow[];
  readonly valset_update_id: bigint;
  readonly slash_acks: readonly string[];
};

/** `interchain_security.ccv.v1.SlashPacketData`. */
export type SlashPacketRow = {
  readonly validator: { readonly address: Hex; readonly power: bigint };
  readonly valset_update_id: bigint;
  readonly infraction: 'INFRACTION_DOUBLE_SIGN' | 'INFRACTION_DOWNTIME';
};

/** `interchain_security.ccv.v1.ConsumerPacketData`; the releases queue only slash packets. */
export type PendingPacketRow = {
  readonly type: 'CONSUMER_PACKET_TYPE_SLASH';
  readonly slashPacketData: SlashPacketRow;
};

/** `interchain_security.ccv.consumer.v1.SlashRecord`. */
export type SlashRecordRow = { readonly waiting_on_reply: boolean; readonly send_time: Nanos };

/** `interchain_security.ccv.consumer.v1.GenesisState`, of which only the initial set is used. */
export type InitialSetRow = {
  readonly params: ConsumerParamsRow;
  readonly provider_client_id: string;
  readonly provider_channel_id: string;
  readonly new_chain: boolean;
  readonly height_to_valset_update_id: readonly Value[];
  readonly outstanding_downtime_slashing: readonly Value[];
  readonly pending_consumer_packets: { readonly list: readonly Value[] };
  readonly last_transmission_block_height: { readonly height: bigint };
  readonly preCCV: boolean;
  readonly provider: {
    readonly client_state: null;
    readonly consensus_state: null;
    readonly initial_val_set: readonly UpdateRow[];
  };
  readonly connection_id: string;
};

const text = { as: 'text' } as const;
const u64 = { as: 'u64' } as const;
const proto = (type: string) => ({ as: 'proto', type }) as const;

/** The port that the module owns. */
export const consumerPort = table<string, []>({ name: `${store}/port`, store, prefix: '00', key: [], value: text });

/** The last height at which rewards were due to the provider, whether or not any were sent. */
export const lastTransmission = table<{ readonly height: bigint }, []>({
  name: `${store}/last-transmission`,
  store,
  prefix: '01',
  key: [],
  value: proto('interchain_security.ccv.consumer.v1.LastTransmissionBlockHeight'),
});

/** The client of the provider. */
export const providerClient = table<string, []>({
  name: `${store}/provider-client`,
  store,
  prefix: '03',
  key: [],
  value: text,
});

/** The channel to the provider, known from the first VSC packet on. */
export const providerChannel = table<string, []>({
  name: `${store}/provider-channel`,
  store,
  prefix: '04',
  key: [],
  value: text,
});

/** Set while a standalone chain has the module and still its own validators (ADR-010). */
export const preCcv = table<bigint, []>({ name: `${store}/pre-ccv`, store, prefix: '07', key: [], value: u64 });

/** The initial set of a former standalone chain, as the provider computed it; it is never deleted. */
export const initialValidatorSet = table<InitialSetRow, []>({
  name: `${store}/initial-validator-set`,
  store,
  prefix: '08',
  key: [],
  value: proto('interchain_security.ccv.consumer.v1.GenesisState'),
});

/** Marks a former standalone chain; the value is empty. */
export const previouslySovereign = table<Hex, []>({
  name: `${store}/previously-sovereign`,
  store,
  prefix: '13',
  key: [],
  value: { as: 'hex' },
});

/** Validator updates that were received and not applied yet; always empty after a block. */
export const pendingChanges = table<ValidatorSetChangeRow, []>({
  name: `${store}/pending-changes`,
  store,
  prefix: '05',
  key: [],
  value: proto('interchain_security.ccv.v1.ValidatorSetChangePacketData'),
});

/** Historical info by height. */
export const consumerHistoricalInfo = table<HistoricalInfoRow, [height: BlockHeight]>({
  name: `${store}/historical-info`,
  store,
  prefix: '0b',
  key: [u64],
  value: proto('cosmos.staking.v1beta1.HistoricalInfo'),
});

/** HtoVSC: by height, the VSC of the validator set of the previous height; 0 for the genesis set. */
export const heightToValsetUpdateId = table<bigint, [height: BlockHeight]>({
  name: `${store}/height-to-valset-update-id`,
  store,
  prefix: '0d',
  key: [u64],
  value: u64,
});

/** Consensus addresses whose downtime is outstanding; the value is empty. */
export const outstandingDowntime = table<Hex, [address: ConsensusAddress]>({
  name: `${store}/outstanding-downtime`,
  store,
  prefix: '0e',
  key: [{ as: 'rest' }],
  value: { as: 'hex' },
});

/** The queue of packets to the provider, by index. */
export const pendingPackets = table<PendingPacketRow, [index: bigint]>({
  name: `${store}/pending-packets`,
  store,
  prefix: '0f',
  key: [u64],
  value: proto('interchain_security.ccv.v1.ConsumerPacketData'),
});

/** The validators of the chain by consensus address. */
export const crossChainValidators = table<CrossChainValidatorRow, [address: ConsensusAddress]>({
  name: `${store}/validators`,
  store,
  prefix: '10',
  key: [{ as: 'rest' }],
  value: proto('interchain_security.ccv.consumer.v1.CrossChainValidator'),
});

/** The height at which the module was initialized: 0 for a new chain. */
export const initGenesisHeight = table<bigint, []>({
  name: `${store}/init-genesis-height`,
  store,
  prefix: '11',
  key: [],
  value: u64,
});

/** The index of the next packet in the queue. */
export const pendingPacketsIndex = table<bigint, []>({
  name: `${store}/pending-packets-index`,
  store,
  prefix: '14',
  key: [],
  value: u64,
});

/** Set while a slash packet waits for its acknowledgement or its retry (ADR-008). */
export const slashRecord = table<SlashRecordRow, []>({
  name: `${store}/slash-record`,
  store,
  prefix: '15',
  key: [],
  value: proto('interchain_security.ccv.consumer.v1.SlashRecord'),
});

/** The parameters of the module, which the provider puts into the genesis. */
export const consumerParams = table<ConsumerParamsRow, []>({
  name: `${store}/params`,
  store,
  prefix: '16',
  key: [],
  value: proto('interchain_security.ccv.v1.ConsumerParams'),
});
