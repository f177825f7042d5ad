import type { ClientId } from '../../../specs/key.ts';
import type { KeyIn } from '../../../specs/table.ts';
import {
  clientStates,
  consensusStates,
  iterationKeys,
  processedHeights,
  processedTimes,
  type TendermintClientState,
  type TendermintConsensusState,
} from '../../../specs/tables/ibc/client.ts';
import type { HeightRow } from '../../../specs/tables/ibc/height.ts';
import type { Context } from '../../context.ts';
import { refuse } from '../errors.ts';
import { compareHeights, heightText, selfHeight } from '../height.ts';
import { consensusKey } from './status.ts';

/** Stores the state of a Tendermint client. */
export function setClientState({ draft }: Context, clientId: ClientId, state: TendermintClientState): void {
  draft.set(clientStates, clientStates.key(clientId), state);
}

/** Stores a consensus state of a client, with its processed time and height (ICS-07). */
export function setConsensusState(
  context: Context,
  clientId: ClientId,
  height: HeightRow,
  state: TendermintConsensusState,
): void {
  const { draft, block } = context;
  const key = consensusKey(clientId, height);
  draft.set(consensusStates, key, state);
  draft.set(processedTimes, processedTimes.key(clientId, height.revision_number, height.revision_height), block.time);
  draft.set(
    processedHeights,
    processedHeights.key(clientId, height.revision_number, height.revision_height),
    heightText(selfHeight(context)),
  );
  draft.set(iterationKeys, iterationKey(clientId, height), `consensusStates/${heightText(height)}`);
}

/** Copies a consensus state with its processed time and height from one client to another. */
export function copyConsensusState(context: Context, from: ClientId, to: ClientId, height: HeightRow): void {
  const { draft } = context;
  const [source, target] = [consensusKey(from, height), consensusKey(to, height)];
  const state = draft.get(consensusStates, source);
  const time = draft.get(processedTimes, processedTimes.key(from, height.revision_number, height.revision_height));
  const ownHeight = draft.get(
    processedHeights,
    processedHeights.key(from, height.revision_number, height.revision_height),
  );
  if (state === undefined || time === undefined || ownHeight === undefined) {
    return refuse('consensusStateNotFound', `${from} knows no header of ${heightText(height)}`);
  }
  draft.set(consensusStates, target, state);
  draft.set(processedTimes, processedTimes.key(to, height.revision_number, height.revision_height), time);
  draft.set(processedHeights, processedHeights.key(to, height.revision_number, height.revision_height), ownHeight);
  draft.set(iterationKeys, iterationKey(to, height), `consensusStates/${heightText(height)}`);
}

/** Deletes a consensus state of a client. */
export function deleteConsensusState({ draft }: Context, clientId: ClientId, height: HeightRow): void {
  const key = consensusKey(clientId, height);
  draft.delete(consensusStates, key);
  draft.delete(processedTimes, processedTimes.key(clientId, height.revision_number, height.revision_height));
  draft.delete(processedHeights, processedHeights.key(clientId, height.revision_number, height.revision_height));
  draft.delete(iterationKeys, iterationKey(clientId, height));
}

/** The neighbours of a height among a client's consensus states, and the lowest height. */
export interface Neighbours {
  readonly earliest?: HeightRow;
  readonly previous?: HeightRow;
  readonly next?: HeightRow;
}

/** Finds a client's consensus heights directly below and above `height`, and its lowest one. */
export function neighbours({ draft }: Context, clientId: ClientId, height: HeightRow): Neighbours {
  let earliest: HeightRow | undefined;
  let previous: HeightRow | undefined;
  let next: HeightRow | undefined;
  for (const [key] of draft.entries(iterationKeys)) {
    const known = parseKey(key);
    if (known.clientId !== clientId) continue;
    if (earliest === undefined || compareHeights(known.height, earliest) < 0) earliest = known.height;
    const order = compareHeights(known.height, height);
    if (order < 0 && (previous === undefined || compareHeights(known.height, previous) > 0)) previous = known.height;
    if (order > 0 && (next === undefined || compareHeights(known.height, next) < 0)) next = known.height;
  }
  return { ...(earliest && { earliest }), ...(previous && { previous }), ...(next && { next }) };
}

interface KnownHeight {
  readonly clientId: ClientId;
  readonly height: HeightRow;
}

const parsed = new Map<string, KnownHeight>();

/** Parsed keys. Every header needs them again, and parsing is the expensive part. */
function parseKey(key: KeyIn<typeof iterationKeys>): KnownHeight {
  let known = parsed.get(key);
  if (known === undefined) {
    const [clientId, revision_number, revision_height] = iterationKeys.parts(key);
    known = { clientId, height: { revision_number, revision_height } };
    parsed.set(key, known);
  }
  return known;
}

function iterationKey(clientId: ClientId, { revision_number, revision_height }: HeightRow) {
  return iterationKeys.key(clientId, revision_number, revision_height);
}
