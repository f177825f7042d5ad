import { SINGLETON } from '../../specs/key.ts';
import type { Tx } from '../../specs/block.ts';
import { providerChannel } from '../../specs/tables/consumer.ts';
import type { Context } from '../context.ts';
import { ensure } from './errors.ts';

/** Modules that a consumer leaves to its provider: their messages are refused (ICS-028, overview). */
const DISABLED = ['/cosmos.evidence', '/cosmos.slashing'];

/**
 * What a consumer refuses before anything else: every message but those of IBC until the first VSC packet has
 * established the channel to the provider, and for ever those of the modules that it has no use for.
 */
export function filterMessages({ draft }: Context, tx: Tx): void {
  const types = tx.messages.map((message) => message['@type']);
  const established = draft.has(providerChannel, SINGLETON);
  ensure(established || types.every((type) => type.startsWith('/ibc.')), 'unregistered', 'not a message of IBC');
  const allowed = types.every((type) => !DISABLED.some((prefix) => type.startsWith(prefix)));
  ensure(allowed, 'unregistered', 'a message of a disabled module');
}
