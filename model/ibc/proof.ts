import { SINGLETON } from '../../specs/key.ts';
import type { ProofClaim } from '../../specs/claim.ts';
import {
  consensusStates,
  processedHeights,
  processedTimes,
  type TendermintClientState,
} from '../../specs/tables/ibc/client.ts';
import { connectionParams, type ConnectionRow } from '../../specs/tables/ibc/connection.ts';
import type { HeightRow } from '../../specs/tables/ibc/height.ts';
import type { Hex, Nanos, Value } from '../../specs/value.ts';
import type { Context } from '../context.ts';
import { LOCALHOST } from './client/id.ts';
import { clientState, consensusKey, requireActiveRoute } from './client/status.ts';
import { ensure, refuse } from './errors.ts';
import { compareHeights, heightText, parseHeight, selfHeight } from './height.ts';
import { sameMessage } from './same-message.ts';

/** A proof in a message: a claim, or bytes in hex that are no valid proof. */
export type Proof = ProofClaim | Hex;

/** What must be proven: a row under a path of the counterparty's store, or its absence (`null`). */
export interface Expected {
  readonly path: string;
  readonly row: Value;
}

const IBC_PREFIX = Buffer.from('ibc').toString('hex');

/** Refuses a message without any proof (the check that needs no state). */
export function checkProof(proof: Proof | undefined): void {
  ensure(proof !== undefined && proof !== '', 'invalidProof', 'the proof is empty');
}

/** Checks the proof of a handshake step, which no delay concerns (ICS-03, ICS-04). */
export function verifyHandshake(
  context: Context,
  connection: Pick<ConnectionRow, 'client_id' | 'counterparty'>,
  height: HeightRow,
  proof: Proof,
  expected: Expected,
): void {
  verify(context, connection, height, proof, expected, { time: 0n, blocks: 0n });
}

/** Checks the proof of a packet's fate, after the delay of the connection (ICS-03, ICS-04). */
export function verifyPacketProof(
  context: Context,
  connection: ConnectionRow,
  height: HeightRow,
  proof: Proof,
  expected: Expected,
): void {
  const time = connection.delay_period;
  const each = context.draft.get(connectionParams, SINGLETON)?.max_expected_time_per_block ?? 0n;
  const blocks = each === 0n ? 0n : (time + each - 1n) / each;
  verify(context, connection, height, proof, expected, { time, blocks });
}

interface Delay {
  readonly time: Nanos;
  readonly blocks: bigint;
}

function verify(
  context: Context,
  { client_id, counterparty }: Pick<ConnectionRow, 'client_id' | 'counterparty'>,
  height: HeightRow,
  proof: Proof,
  { path, row }: Expected,
  delay: Delay,
): void {
  ensure(counterparty.prefix.key_prefix !== '', 'invalidPrefix', 'the counterparty has no store prefix');
  requireActiveRoute(context, client_id);
  if (client_id === LOCALHOST) refuse('invalidProof', 'the localhost client takes no real proofs');
  const client = clientState(context, client_id);
  ensure(client !== undefined, 'clientNotFound', `there is no client ${client_id}`);
  checkHeight(context, client_id, client, height, delay);
  ensure(typeof proof !== 'string', 'invalidProof', 'the proof is no proof');
  const known = context.draft.get(consensusStates, consensusKey(client_id, height));
  ensure(known !== undefined, 'consensusStateNotFound', `${client_id} knows no header of ${heightText(height)}`);
  ensure(counterparty.prefix.key_prefix === IBC_PREFIX, 'invalidProof', 'the proof is for another store');
  ensure(proof.root === known.root.hash, 'invalidProof', `the proof is for another state than ${heightText(height)}`);
  ensure(proof.path === path, 'invalidProof', `the proof is of ${proof.path}, not of ${path}`);
  const same = row === null || proof.row === null ? row === proof.row : sameMessage(proof.row, row);
  ensure(same, 'invalidProof', `the counterparty holds something else under ${path}`);
}

function checkHeight(
  context: Context,
  clientId: string,
  client: TendermintClientState,
  height: HeightRow,
  delay: Delay,
): void {
  const reached = compareHeights(client.latest_height, height) >= 0;
  ensure(reached, 'heightNotKnownYet', `${clientId} has not seen ${heightText(height)} yet`);
  const { draft, block } = context;
  const { revision_number: revision, revision_height: known } = height;
  if (delay.time !== 0n) {
    const since = draft.get(processedTimes, processedTimes.key(clientId, revision, known));
    ensure(since !== undefined, 'processedTimeNotFound', `${clientId} knows no time of ${heightText(height)}`);
    ensure(block.time >= since + delay.time, 'delayNotPassed', 'the delay of the connection has not passed');
  }
  if (delay.blocks !== 0n) {
    const since = draft.get(processedHeights, processedHeights.key(clientId, revision, known));
    ensure(since !== undefined, 'processedHeightNotFound', `${clientId} knows no own height of ${heightText(height)}`);
    const { revision_number, revision_height } = parseHeight(since);
    const from = { revision_number, revision_height: revision_height + delay.blocks };
    const passed = compareHeights(selfHeight(context), from) >= 0;
    ensure(passed, 'delayNotPassed', 'the delay of the connection has not passed');
  }
}
