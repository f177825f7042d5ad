import { SINGLETON } from '../../../specs/key.ts';
import {
  nextClientSequence,
  type TendermintClientState,
  type TendermintConsensusState,
} from '../../../specs/tables/ibc/client.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';
import { setClientState, setConsensusState } from './consensus-store.ts';
import { checkRoute, TENDERMINT } from './id.ts';
import { clientStatus } from './status.ts';
import { validateClientState, validateConsensusState } from './validate.ts';

/**
 * Creates a client (ICS-02, `createClient`) and returns its id. The number of the client is used up before any check:
 * a caller that goes on after a refusal must undo what was written.
 */
export function createClient(
  context: Context,
  state: TendermintClientState,
  consensusState: TendermintConsensusState,
): string {
  const { draft, features } = context;
  const sequence = draft.get(nextClientSequence, SINGLETON) ?? 0n;
  const clientId = `${TENDERMINT}-${sequence}`;
  draft.set(nextClientSequence, SINGLETON, sequence + 1n);
  checkRoute(context, clientId);
  if (features.has('ibc-light-client-modules')) {
    validateClientState(state, features);
    validateConsensusState(consensusState);
  }
  setClientState(context, clientId, state);
  setConsensusState(context, clientId, state.latest_height, consensusState);
  const status = clientStatus(context, clientId);
  ensure(status === 'Active', 'clientNotActive', `the new client ${clientId} is ${status}`);
  return clientId;
}
