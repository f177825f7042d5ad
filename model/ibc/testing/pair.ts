import type { Message } from '../../../specs/block.ts';
import type { Feature } from '../../../specs/feature.ts';
import type { ChannelOrdering, ChannelRow } from '../../../specs/tables/ibc/channel.ts';
import {
  clientStates,
  type TendermintClientState,
  type TendermintConsensusState,
} from '../../../specs/tables/ibc/client.ts';
import { SECOND, type Value } from '../../../specs/value.ts';
import { validatorsHash } from '../../consensus/validator-set.ts';
import { SUPPORTED } from '../connection/version.ts';
import { TestChain } from './chain.ts';

/** The account that signs everything. */
export const SOMEBODY = 'cosmos1jmd0fc5w3ms5en7kpqeqfcn3vslwf67v28z6kf';

/** The features of ibc-go v10. */
export const NEW: readonly Feature[] = [
  'ibc-light-client-modules',
  'ibc-client-creator',
  'ibc-short-client-ids',
  'ibc-trust-level-code',
  'ibc-canonical-acknowledgement',
];

/** The features of ibc-go v8. */
export const OLD: readonly Feature[] = ['ibc-capabilities', 'ibc-stored-localhost', 'ibc-channel-upgrades'];

/** The id of the client that each of the two has of the other. */
export const CLIENT = '07-tendermint-0';
/** Where either keeps what it proves (ICS-24). */
export const PREFIX = { key_prefix: Buffer.from('ibc').toString('hex') };

/** Two chains with clients of each other: `a` has the application `left`, `b` the application `right`. */
export interface Pair {
  readonly a: TestChain;
  readonly b: TestChain;
}

/** Starts two chains and creates their clients. */
export function startPair(features: readonly Feature[] = NEW): Pair {
  const a = new TestChain('chain-a', features, 'left');
  const b = new TestChain('chain-b', features, 'right');
  a.run(createClientMessage(b));
  b.run(createClientMessage(a));
  return { a, b };
}

/** A client of another chain at its newest height. */
export function clientOf(other: TestChain, changes: Partial<TendermintClientState> = {}): TendermintClientState {
  return {
    '@type': '/ibc.lightclients.tendermint.v1.ClientState',
    chain_id: other.chainId,
    trust_level: { numerator: 1n, denominator: 3n },
    trusting_period: 1000n * SECOND,
    unbonding_period: 2000n * SECOND,
    max_clock_drift: 10n * SECOND,
    frozen_height: { revision_number: 0n, revision_height: 0n },
    latest_height: other.heightOf(other.height),
    proof_specs: [{}],
    upgrade_path: [],
    allow_update_after_expiry: false,
    allow_update_after_misbehaviour: false,
    ...changes,
  };
}

/** What that client trusts at first. */
export function trustOf(other: TestChain, changes: Partial<TendermintConsensusState> = {}): TendermintConsensusState {
  return {
    '@type': '/ibc.lightclients.tendermint.v1.ConsensusState',
    timestamp: other.time,
    root: { hash: other.root(other.height - 1n) },
    next_validators_hash: validatorsHash(other.set),
    ...changes,
  };
}

/** `MsgCreateClient` for another chain. */
export function createClientMessage(
  other: TestChain,
  client: Partial<TendermintClientState> = {},
  trust: Partial<TendermintConsensusState> = {},
): Message {
  return {
    '@type': '/ibc.core.client.v1.MsgCreateClient',
    client_state: clientOf(other, client),
    consensus_state: trustOf(other, trust),
    signer: SOMEBODY,
  };
}

/** Makes a block on `from` and shows it to the client on `to`; the messages that follow may prove what it carries. */
export function show(from: TestChain, to: TestChain): { readonly update: Message; readonly proof_height: Value } {
  from.run();
  const trusted = to.row(clientStates, clientStates.key(CLIENT))?.latest_height.revision_height ?? 0n;
  to.time = to.time > from.time ? to.time : from.time;
  return {
    update: {
      '@type': '/ibc.core.client.v1.MsgUpdateClient',
      client_id: CLIENT,
      client_message: { ...from.header(from.height, trusted) },
      signer: SOMEBODY,
    },
    proof_height: from.heightOf(from.height),
  };
}

/** A message of the connection handshake or of channels, by its short name. */
export function message(type: string, fields: Readonly<Record<string, unknown>>): Message {
  return { '@type': `/ibc.core.${type}`, signer: SOMEBODY, ...(fields as Record<string, Value>) };
}

/** Opens connection-0 on both chains: `a` begins. */
export function connect({ a, b }: Pair, delay_period = 0n): void {
  const [version] = SUPPORTED;
  expectOk(a.run(message('connection.v1.MsgConnectionOpenInit', openInit({ version, delay_period }))));
  const steps: readonly [TestChain, TestChain, string, Readonly<Record<string, unknown>>, string][] = [
    [a, b, 'MsgConnectionOpenTry', openTry({ delay_period }), 'proof_init'],
    [b, a, 'MsgConnectionOpenAck', openAck({ version }), 'proof_try'],
    [a, b, 'MsgConnectionOpenConfirm', { connection_id: 'connection-0' }, 'proof_ack'],
  ];
  for (const [from, to, type, fields, proof] of steps) {
    const { update, proof_height } = show(from, to);
    const proven = { [proof]: from.prove('connections/connection-0'), proof_height };
    expectOk(to.run(update, message(`connection.v1.${type}`, { ...fields, ...proven })));
  }
}

/** The fields of `MsgConnectionOpenInit` that suit the pair. */
export function openInit(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const counterparty = { client_id: CLIENT, connection_id: '', prefix: PREFIX };
  return { client_id: CLIENT, counterparty, version: null, delay_period: 0n, ...changes };
}

/** The fields of `MsgConnectionOpenTry` that suit the pair, without the proof. */
export function openTry(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const counterparty = { client_id: CLIENT, connection_id: 'connection-0', prefix: PREFIX };
  return { client_id: CLIENT, counterparty, counterparty_versions: SUPPORTED, delay_period: 0n, ...changes };
}

/** The fields of `MsgConnectionOpenAck` that suit the pair, without the proof. */
export function openAck(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const ids = { connection_id: 'connection-0', counterparty_connection_id: 'connection-0' };
  return { ...ids, version: SUPPORTED[0], ...changes };
}

/** A channel as the handshake messages name it. */
export function channelRow(changes: Partial<ChannelRow> = {}): ChannelRow {
  return {
    state: 'STATE_INIT',
    ordering: 'ORDER_ORDERED',
    counterparty: { port_id: 'right', channel_id: '' },
    connection_hops: ['connection-0'],
    version: 'v',
    ...changes,
  };
}

/** The key of the end of the channel on `a`. */
export const LEFT = 'channelEnds/ports/left/channels/channel-0';
/** The same on `b`. */
export const RIGHT = 'channelEnds/ports/right/channels/channel-0';

/** Opens channel-0 between `left` on `a` and `right` on `b`: `a` begins. */
export function openChannels({ a, b }: Pair, ordering: ChannelOrdering = 'ORDER_ORDERED'): void {
  const begun = { port_id: 'left', channel: channelRow({ ordering }) };
  expectOk(a.run(message('channel.v1.MsgChannelOpenInit', begun)));
  const counterparty = { port_id: 'left', channel_id: 'channel-0' };
  const answer = channelRow({ ordering, state: 'STATE_TRYOPEN', counterparty });
  const ack = {
    port_id: 'left',
    channel_id: 'channel-0',
    counterparty_channel_id: 'channel-0',
    counterparty_version: 'v',
  };
  const steps: readonly [TestChain, TestChain, string, Readonly<Record<string, unknown>>, string, string][] = [
    [a, b, 'OpenTry', { port_id: 'right', channel: answer, counterparty_version: 'v' }, 'proof_init', LEFT],
    [b, a, 'OpenAck', ack, 'proof_try', RIGHT],
    [a, b, 'OpenConfirm', { port_id: 'right', channel_id: 'channel-0' }, 'proof_ack', LEFT],
  ];
  for (const [from, to, type, fields, proof, path] of steps) {
    const { update, proof_height } = show(from, to);
    const proven = { [proof]: from.prove(path), proof_height };
    expectOk(to.run(update, message(`channel.v1.MsgChannel${type}`, { ...fields, ...proven })));
  }
}

function expectOk({ codespace, code }: { readonly codespace: string; readonly code: number }): void {
  if (code !== 0) throw new Error(`refused with ${codespace}/${code}`);
}

/** What a chain answered to a transaction: `{codespace}/{code}`. */
export function said({ codespace, code }: { readonly codespace: string; readonly code: number }): string {
  return `${codespace}/${code}`;
}
