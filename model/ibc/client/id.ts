import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';

/** The type of a client that follows a chain of CometBFT (ICS-07). */
export const TENDERMINT = '07-tendermint';
/** The type, and the id, of the client of the chain itself (ICS-09). */
export const LOCALHOST = '09-localhost';

const FORMAT = /^\w+([\w-]+\w)?-[0-9]{1,20}$/u;

/** The type of a client, which its id begins with (ICS-02), or `undefined` if the id is malformed. */
export function clientTypeOf(clientId: string): string | undefined {
  if (clientId === LOCALHOST) return LOCALHOST;
  return FORMAT.test(clientId) ? clientId.slice(0, clientId.lastIndexOf('-')) : undefined;
}

/** Refuses a client id that leads to no light client; before light clients were modules, nothing asks for that. */
export function checkRoute({ features }: Context, clientId: string): void {
  if (!features.has('ibc-light-client-modules')) return;
  const type = clientTypeOf(clientId);
  ensure(type !== undefined, 'invalidId', `the client id ${clientId} has no type`);
  const known = type === LOCALHOST || (type === TENDERMINT && !features.has('ibc-no-light-clients'));
  ensure(known, 'clientRouteNotFound', `there is no light client of type ${type}`);
}
