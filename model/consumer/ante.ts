import { SINGLETON } from '../../specs/key.ts';
import type { Tx } from '../../specs/block.ts';
import { providerChannel } from '../../specs/tables/consumer.ts';
import type { Context } from '../context.ts';
import { ensure } from './errors.ts';

/** Modules that the provider runs for a consumer: the consumer refuses their messages (ICS-028, overview). */
const DISABLED = ['/cosmos.evidence', '/cosmos.slashing'];

/**
 * The consumer's own ante checks. Until the first VSC packet establishes the channel to the provider, it refuses all
 * messages except those of IBC. It always refuses messages of the disabled modules.
 */
export function filterMessages({ draft }: Context, tx: Tx): void {
  const types = tx.messages.map((message) => message['@type']);
  const established = draft.has(providerChannel, SINGLETON);
  ensure(established || types.every((type) => type.startsWith('/ibc.')), 'unregistered', 'not a message of IBC');
  const allowed = types.every((type) => !DISABLED.some((prefix) => type.startsWith(prefix)));
  ensure(allowed, 'unregistered', 'a message of a disabled module');
}
