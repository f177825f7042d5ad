import { clientStates, type TendermintClientState } from '../../../specs/tables/ibc/client.ts';
import type { Context } from '../../context.ts';
import { connectionOf } from '../../ibc/connection/store.ts';
import { ensure } from '../../ibc/errors.ts';

/** The Tendermint client under a connection; refuses if the connection or the client is missing or of another type. */
export function tendermintClient(
  context: Context,
  connectionId: string,
): { readonly id: string; readonly state: TendermintClientState } {
  const { client_id: id } = connectionOf(context, connectionId);
  const state = context.draft.get(clientStates, clientStates.key(id));
  ensure(state !== undefined, 'clientNotFound', `there is no client ${id}`);
  const isTendermint = state['@type'] === '/ibc.lightclients.tendermint.v1.ClientState';
  ensure(isTendermint, 'invalidClientType', `${id} is no Tendermint client`);
  return { id, state };
}
