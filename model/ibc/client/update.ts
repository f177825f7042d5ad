import type { HeaderClaim } from '../../../specs/claim.ts';
import {
  consensusStates,
  type TendermintClientState,
  type TendermintConsensusState,
} from '../../../specs/tables/ibc/client.ts';
import { sameValue } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { ensure, refuse } from '../errors.ts';
import { compareHeights } from '../height.ts';
import { deleteConsensusState, neighbours, setClientState, setConsensusState } from './consensus-store.ts';
import { LOCALHOST } from './id.ts';
import { clientState, consensusKey, isExpired, requireActiveRoute } from './status.ts';
import { verifyHeader } from './verify-header.ts';

/** A frozen client has this height whatever the height of the misbehaviour was. */
export const FROZEN = { revision_number: 0n, revision_height: 1n };

/**
 * Updates a client with a header (ICS-02, `updateClient`; ICS-07): stores a new consensus state, does nothing if it exists
 * already, or freezes the client if the header contradicts one.
 */
export function updateClient(context: Context, clientId: string, header: HeaderClaim): void {
  requireActiveRoute(context, clientId);
  if (clientId === LOCALHOST) refuse('invalidClientType', 'the localhost client takes no headers');
  const client = clientState(context, clientId);
  ensure(client !== undefined, 'clientNotFound', `there is no client ${clientId}`);
  verifyHeader(context, clientId, client, header);
  const learned: TendermintConsensusState = {
    '@type': '/ibc.lightclients.tendermint.v1.ConsensusState',
    timestamp: header.time,
    root: { hash: header.app_hash },
    next_validators_hash: header.next_validators_hash,
  };
  const known = context.draft.get(consensusStates, consensusKey(clientId, header.height));
  const { earliest, previous, next } = neighbours(context, clientId, header.height);
  const at = (height: typeof earliest) =>
    height && context.draft.get(consensusStates, consensusKey(clientId, height))?.timestamp;
  const before = at(previous) ?? header.time - 1n;
  const after = at(next) ?? header.time + 1n;
  const contradicts = known === undefined ? before >= header.time || after <= header.time : !sameValue(known, learned);
  if (contradicts) {
    setClientState(context, clientId, { ...client, frozen_height: FROZEN });
    return;
  }
  const oldest = at(earliest);
  if (earliest !== undefined && oldest !== undefined && isExpired(client, oldest, context.block.time)) {
    // At most one a header, and also when the header brings nothing new.
    deleteConsensusState(context, clientId, earliest);
  }
  if (known === undefined) learn(context, clientId, client, header, learned);
}

function learn(
  context: Context,
  clientId: string,
  client: TendermintClientState,
  { height }: HeaderClaim,
  learned: TendermintConsensusState,
): void {
  const latest_height = compareHeights(height, client.latest_height) > 0 ? height : client.latest_height;
  setClientState(context, clientId, { ...client, latest_height: { ...latest_height } });
  setConsensusState(context, clientId, height, learned);
}
