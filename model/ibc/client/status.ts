import { clientStates, consensusStates, type TendermintClientState } from '../../../specs/tables/ibc/client.ts';
import type { HeightRow } from '../../../specs/tables/ibc/height.ts';
import type { ClientId } from '../../../specs/key.ts';
import type { KeyIn } from '../../../specs/table.ts';
import type { Nanos } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';
import { heightText, isZeroHeight, selfHeight } from '../height.ts';
import { checkRoute, LOCALHOST } from './id.ts';

/** What a client can still be used for (ICS-02, `getClientStatus`). */
export type ClientStatus = 'Active' | 'Frozen' | 'Expired' | 'Unknown';

/** The state of a Tendermint client, if there is one with this id. */
export function clientState({ draft }: Context, clientId: string): TendermintClientState | undefined {
  const state = draft.get(clientStates, clientStates.key(clientId));
  return state?.['@type'] === '/ibc.lightclients.tendermint.v1.ClientState' ? state : undefined;
}

/** The key of a consensus state. */
export function consensusKey(clientId: ClientId, height: HeightRow): KeyIn<typeof consensusStates> {
  return consensusStates.key(clientId, height.revision_number, height.revision_height);
}

/** Whether a client can be used (ICS-02, ICS-07): it is frozen by misbehaviour, or its newest header too old. */
export function clientStatus(context: Context, clientId: string): ClientStatus {
  if (clientId === LOCALHOST) return 'Active';
  const state = clientState(context, clientId);
  if (state === undefined) return 'Unknown';
  if (!isZeroHeight(state.frozen_height)) return 'Frozen';
  const newest = context.draft.get(consensusStates, consensusKey(clientId, state.latest_height));
  return newest === undefined || isExpired(state, newest.timestamp, context.block.time) ? 'Expired' : 'Active';
}

/** Whether a header of this time is out of the trusting period (ICS-07). */
export function isExpired(state: TendermintClientState, timestamp: Nanos, now: Nanos): boolean {
  return timestamp + state.trusting_period <= now;
}

/** Refuses a client that does not exist or is not active. */
export function requireActive(context: Context, clientId: string): void {
  const status = clientStatus(context, clientId);
  const known = status !== 'Unknown' || context.features.has('ibc-light-client-modules');
  ensure(known, 'clientNotFound', `there is no client ${clientId}`);
  ensure(status === 'Active', 'clientNotActive', `the client ${clientId} is ${status}`);
}

/** As `requireActive`, where the light client itself is called: its id must lead to one. */
export function requireActiveRoute(context: Context, clientId: string): void {
  checkRoute(context, clientId);
  requireActive(context, clientId);
}

/** The latest height of a client; zero if there is no such client. */
export function latestHeight(context: Context, clientId: string): HeightRow {
  if (clientId === LOCALHOST) return selfHeight(context);
  return clientState(context, clientId)?.latest_height ?? { revision_number: 0n, revision_height: 0n };
}

/** The time of a header that a client has stored, in nanoseconds; refuses if it has none of this height. */
export function timestampAt(context: Context, clientId: string, height: HeightRow): Nanos {
  if (clientId === LOCALHOST) return context.block.time;
  checkRoute(context, clientId);
  ensure(clientState(context, clientId) !== undefined, 'clientNotFound', `there is no client ${clientId}`);
  const state = context.draft.get(consensusStates, consensusKey(clientId, height));
  ensure(state !== undefined, 'consensusStateNotFound', `${clientId} knows no header of ${heightText(height)}`);
  return state.timestamp;
}
