import type { Message } from '../block.ts';
import type { HistoryEvent } from '../event.ts';
import { onProvider, refused, succeeded, witness, type Watch, type Witness } from '../witness.ts';

const UPDATE = '/ibc.core.client.v1.MsgUpdateClient';
const HOUR = 3_600_000_000_000n;

/** Block times, epochs and light clients. */
export const CHAIN_WITNESSES: readonly Witness[] = [
  witness('epoch-of-one-block', 'ADR-014', 'The provider had epochs of one block.', (event) =>
    event.event === 'start' && event.genesis.kind === 'provider'
      ? event.genesis.provider.blocks_per_epoch === 1n
      : false,
  ),
  {
    name: 'block-hours-later',
    source: 'SM §Assumptions (Live Blockchain)',
    describes: 'A block came more than an hour after the previous block.',
    watch(): Watch {
      const times = new Map<string, bigint>();
      return {
        sees(event) {
          if (event.event !== 'block') return false;
          const before = times.get(event.chain);
          times.set(event.chain, event.block.time);
          return before !== undefined && event.block.time - before > HOUR;
        },
      };
    },
  },
  witness('client-updated', 'ICS-02', 'A light client was updated.', (event) => updated(event)),
  {
    name: 'client-updated-late',
    source: 'ICS-07 (trusting period)',
    describes: 'A light client was updated after more than a week, half of its trusting period, without an update.',
    watch(): Watch {
      const last = new Map<string, bigint>();
      return {
        sees(event) {
          if (!updated(event) || event.event !== 'block') return false;
          return clientsIn(event.block.txs.flatMap((tx) => tx.messages)).some((client) => {
            const key = `${event.chain} ${client}`;
            const before = last.get(key);
            last.set(key, event.block.time);
            return before !== undefined && event.block.time - before > 7n * 24n * HOUR;
          });
        },
      };
    },
  },
  witness('header-refused', 'ICS-07', 'The update of a light client with a wrong header was refused.', (event) => {
    if (event.event !== 'block' || event.block.txs.length === 0) return false;
    return refused(event, UPDATE, 'undefined', 1) || refused(event, UPDATE, '07-tendermint', 14);
  }),
  witness(
    'expired-client-refused',
    'ICS-07 (trusting period)',
    'A message was refused because its light client is expired or frozen.',
    (event) =>
      event.event === 'block' &&
      event.observation.txResults.some(({ codespace, code }) => codespace === 'client' && code === 29),
  ),
  witness(
    'provider-updates-returned',
    'ABCI FinalizeBlock',
    'The provider returned validator updates to consensus.',
    onProvider((event) => event.observation.validatorUpdates.length > 0),
  ),
];

function updated(event: HistoryEvent): boolean {
  return event.event === 'block' && succeeded(event, UPDATE);
}

function clientsIn(messages: readonly Message[]): string[] {
  return messages
    .filter((message) => message['@type'] === UPDATE)
    .map(({ client_id: client }) => client)
    .filter((client) => typeof client === 'string');
}
