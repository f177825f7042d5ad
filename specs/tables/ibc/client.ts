import type { BlockHeight, ClientId } from '../../key.ts';
import { pathTable, table, textPrefix } from '../../table.ts';
import type { Hex, Nanos, Value } from '../../value.ts';
import type { HeightRow } from './height.ts';

const store = 'ibc';
const clients = textPrefix('clients/');
const text = { as: 'text' } as const;
const u64 = { as: 'u64' } as const;

/** `ibc.lightclients.tendermint.v1.ClientState` in an `Any` (ICS-07). */
export type TendermintClientState = {
  readonly '@type': '/ibc.lightclients.tendermint.v1.ClientState';
  readonly chain_id: string;
  readonly trust_level: { readonly numerator: bigint; readonly denominator: bigint };
  readonly trusting_period: Nanos;
  readonly unbonding_period: Nanos;
  readonly max_clock_drift: Nanos;
  readonly frozen_height: HeightRow;
  readonly latest_height: HeightRow;
  readonly proof_specs: readonly Value[];
  readonly upgrade_path: readonly string[];
  readonly allow_update_after_expiry: boolean;
  readonly allow_update_after_misbehaviour: boolean;
};

/** `ibc.lightclients.localhost.v2.ClientState` in an `Any` (ICS-09). */
export type LocalhostClientState = {
  readonly '@type': '/ibc.lightclients.localhost.v2.ClientState';
  readonly latest_height: HeightRow;
};

/** `ibc.lightclients.tendermint.v1.ConsensusState` in an `Any` (ICS-07). */
export type TendermintConsensusState = {
  readonly '@type': '/ibc.lightclients.tendermint.v1.ConsensusState';
  readonly timestamp: Nanos;
  readonly root: { readonly hash: Hex };
  readonly next_validators_hash: Hex;
};

/** By `{client}/clientState`. */
export const clientStates = pathTable<
  TendermintClientState | LocalhostClientState,
  [client: ClientId],
  '{client}/clientState'
>({
  name: `${store}/client-states`,
  store,
  prefix: clients,
  pattern: /^[^/]+\/clientState$/u,
  path: '{client}/clientState',
  value: { as: 'any' },
});

/** By `{client}/consensusStates/{revision}-{height}`. */
export const consensusStates = pathTable<
  TendermintConsensusState,
  [client: ClientId, revision: bigint, height: BlockHeight],
  '{client}/consensusStates/{#revision}-{#height}'
>({
  name: `${store}/consensus-states`,
  store,
  prefix: clients,
  pattern: /^[^/]+\/consensusStates\/\d+-\d+$/u,
  path: '{client}/consensusStates/{#revision}-{#height}',
  value: { as: 'any' },
});

/** The chain's time when it stored a consensus state, in nanoseconds; by `{consensus state}/processedTime`. */
export const processedTimes = pathTable<
  bigint,
  [client: ClientId, revision: bigint, height: BlockHeight],
  '{client}/consensusStates/{#revision}-{#height}/processedTime'
>({
  name: `${store}/processed-times`,
  store,
  prefix: clients,
  pattern: /^[^/]+\/consensusStates\/\d+-\d+\/processedTime$/u,
  path: '{client}/consensusStates/{#revision}-{#height}/processedTime',
  value: u64,
});

/** The chain's height (`{revision}-{height}`) when it stored a consensus state; by `{consensus state}/processedHeight`. */
export const processedHeights = pathTable<
  string,
  [client: ClientId, revision: bigint, height: BlockHeight],
  '{client}/consensusStates/{#revision}-{#height}/processedHeight'
>({
  name: `${store}/processed-heights`,
  store,
  prefix: clients,
  pattern: /^[^/]+\/consensusStates\/\d+-\d+\/processedHeight$/u,
  path: '{client}/consensusStates/{#revision}-{#height}/processedHeight',
  value: text,
});

/** The consensus states of a client by ascending height; by `{client}/{revision}/{height}`. */
export const iterationKeys = table<string, [client: ClientId, revision: bigint, height: BlockHeight]>({
  name: `${store}/iteration-keys`,
  store,
  prefix: clients,
  pattern: /^[^/]+\/iterateConsensusStates[^]{16}$/u,
  key: [{ as: 'textTo', separator: 0x2f }, { as: 'skip', size: 'iterateConsensusStates'.length }, u64, u64],
  value: text,
});

/** The creator of a client, 20 bytes; by `{client}/creator`. Only with the feature `ibc-client-creator`. */
export const clientCreators = pathTable<Hex, [client: ClientId], '{client}/creator'>({
  name: `${store}/client-creators`,
  store,
  prefix: clients,
  pattern: /^[^/]+\/creator$/u,
  path: '{client}/creator',
  value: { as: 'hex' },
});

/** The number of the next client. */
export const nextClientSequence = table<bigint, []>({
  name: `${store}/next-client-sequence`,
  store,
  prefix: textPrefix('nextClientSequence'),
  key: [],
  value: u64,
});

/** The allowed client types (ICS-02). */
export const clientParams = table<{ readonly allowed_clients: readonly string[] }, []>({
  name: `${store}/client-params`,
  store,
  prefix: textPrefix('clientParams'),
  key: [],
  value: { as: 'proto', type: 'ibc.core.client.v1.Params' },
});
