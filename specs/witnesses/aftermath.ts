import type { Packet } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { sentAs, settledIn } from '../history/commitments.ts';
import { ConsumerIds } from '../history/consumer-ids.ts';
import { proposals } from '../tables/gov.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { clientStates } from '../tables/ibc/client.ts';
import { connections } from '../tables/ibc/connection.ts';
import { clientToConsumer, consumerPhases, consumerToChannel } from '../tables/provider.ts';
import type { Value } from '../value.ts';
import { answered, onConsumer, onProvider, succeeded, witness, type Watch, type Witness } from '../witness.ts';

const RECOVER = '/ibc.core.client.v1.MsgRecoverClient';
const UPDATE = '/ibc.core.client.v1.MsgUpdateClient';
const RECEIVE = '/ibc.core.channel.v1.MsgRecvPacket';
const TIMEOUT = '/ibc.core.channel.v1.MsgTimeout';
const TRUST = 'ICS-07 (trusting period)';
const GONE: readonly string[] = ['CONSUMER_PHASE_STOPPED', 'CONSUMER_PHASE_DELETED'];

/** What still happens after a client expired or froze, and after a consumer was stopped or deleted. */
export const AFTERMATH_WITNESSES: readonly Witness[] = [
  witness(
    'client-inactive-on-provider',
    TRUST,
    'A message to the provider was refused because its client of a consumer is expired or frozen.',
    onProvider(isInactive),
  ),
  witness(
    'client-inactive-on-consumer',
    TRUST,
    'A message to a consumer was refused because its client of the provider is expired or frozen.',
    onConsumer(isInactive),
  ),
  {
    name: 'client-used-after-recovery',
    source: 'MsgRecoverClient',
    describes: 'A client that governance had recovered was updated with a new header.',
    watch: () =>
      withRecovered((event, clients) =>
        answered(event, UPDATE, ({ code }, { client_id: id }) => code === 0 && clients.has(nameOf(event, id))),
      ),
  },
  {
    name: 'packet-after-recovery',
    source: 'MsgRecoverClient',
    describes: 'Governance recovered a client, and afterwards the same chain received a packet.',
    watch: () => withRecovered((event, clients) => clients.size > 0 && succeeded(event, RECEIVE)),
  },
  {
    name: 'timeout-after-recovery',
    source: 'MsgRecoverClient, ICS-04 (timeoutPacket)',
    describes: 'A packet timed out on a channel whose client governance had recovered.',
    watch: () =>
      withRecovered((event, clients) =>
        timedOut(event).some((end) => clients.has(nameOf(event, clientBehind(event, end)))),
      ),
  },
  {
    name: 'frozen-client-recovered',
    source: 'MsgRecoverClient',
    describes: 'Governance recovered a frozen client.',
    watch() {
      const frozen = new Set<string>();
      return {
        sees(event) {
          if (event.event !== 'block') return false;
          const seen = broughtBack(event).some((id) => frozen.has(nameOf(event, id)));
          for (const { key, row } of changesOf(event, clientStates)) {
            const isFrozen = row !== undefined && 'frozen_height' in row && row.frozen_height.revision_height > 0n;
            const name = nameOf(event, key.slice(0, key.indexOf('/')));
            if (isFrozen) frozen.add(name);
            else frozen.delete(name);
          }
          return seen;
        },
      };
    },
  },
  {
    name: 'deleted-with-open-channel',
    source: 'ADR-018',
    describes: 'A consumer was deleted while its channel stayed open, because its client was expired or frozen.',
    watch() {
      const channels = new Map<string, string>();
      return {
        sees: onProvider((event) => {
          for (const { key, row } of changesOf(event, consumerToChannel)) if (row !== undefined) channels.set(key, row);
          return changesOf(event, consumerPhases).some(({ key, row }) => {
            const end = event.view.row(channelEnds, channelEnds.key('provider', channels.get(key) ?? ''));
            return row === 'CONSUMER_PHASE_DELETED' && end !== undefined && end.state !== 'STATE_CLOSED';
          });
        }),
      };
    },
  },
  {
    name: 'packet-of-stopped-consumer',
    source: 'ADR-018',
    describes: 'The provider received a packet from a consumer that it had stopped or deleted.',
    watch: () =>
      afterEnd(({ observation }) =>
        observation.writtenAcks.map(({ packet }) => [packet.destination_port, packet.destination_channel]),
      ),
  },
  {
    name: 'timeout-of-stopped-consumer',
    source: 'ICS-028 ME [CCV-PCF-TOVSC]',
    describes: 'A packet timed out that the provider had sent to a consumer which it stopped or deleted later.',
    watch: () => afterEnd(timedOut),
  },
  {
    name: 'consumer-outlives-deletion',
    source: 'ADR-018',
    describes: 'A consumer chain made a block after the provider had deleted it.',
    watch: watchOutliving,
  },
];

function isInactive(event: BlockEvent): boolean {
  return event.observation.txResults.some(({ codespace, code }) => codespace === 'client' && code === 29);
}

/** Calls `sees` with the clients that governance recovered before the block. */
function withRecovered(sees: (event: BlockEvent, clients: ReadonlySet<string>) => boolean): Watch {
  const recovered = new Set<string>();
  return {
    sees(event) {
      if (event.event !== 'block') return false;
      const seen = sees(event, recovered);
      for (const id of broughtBack(event)) recovered.add(nameOf(event, id));
      return seen;
    },
  };
}

/** A client id is unique on its chain only. */
function nameOf({ chain }: BlockEvent, client: Value | undefined): string {
  return `${chain}/${client as string}`;
}

function broughtBack(event: BlockEvent): readonly (Value | undefined)[] {
  return changesOf(event, proposals).flatMap(({ row }) =>
    row?.status === 'PROPOSAL_STATUS_PASSED'
      ? row.messages.flatMap((message) => (message['@type'] === RECOVER ? [message['subject_client_id']] : []))
      : [],
  );
}

/** The end of a channel that is on the chain itself. */
type OwnEnd = readonly [port: string, channel: string];

/** Watches for channel ends of consumers that were stopped or deleted before the block. */
function afterEnd(endsIn: (event: BlockEvent) => readonly OwnEnd[]): Watch {
  const gone = new Set<string>();
  const consumers = new Map<string, string>();
  return {
    sees: onProvider((event) => {
      for (const { key, row } of changesOf(event, clientToConsumer)) if (row !== undefined) consumers.set(key, row);
      const seen =
        gone.size > 0 && endsIn(event).some((end) => gone.has(consumers.get(clientBehind(event, end)) ?? ''));
      for (const { key, row } of changesOf(event, consumerPhases)) {
        if (row !== undefined && GONE.includes(row)) gone.add(key);
      }
      return seen;
    }),
  };
}

/** The client of a channel's connection. */
function clientBehind({ view }: BlockEvent, [port, channel]: OwnEnd): string {
  const [hop = ''] = view.row(channelEnds, channelEnds.key(port, channel))?.connection_hops ?? [];
  return view.row(connections, hop)?.client_id ?? '';
}

/** The local ends of the channels whose packets timed out in the block. */
function timedOut(event: BlockEvent): readonly OwnEnd[] {
  const settled = new Set(settledIn(event));
  return (event.answers.get(TIMEOUT) ?? []).flatMap(({ message, result }) => {
    // The message is decoded already, so this is a packet.
    const packet = message['packet'] as unknown as Packet;
    const isOver = result.code === 0 && settled.has(sentAs(event.chain, packet));
    return isOver ? [[packet.source_port, packet.source_channel]] : [];
  });
}

/** Identifies chains by the consumer id in their genesis. */
function watchOutliving(): Watch {
  const deleted = new Set<string>();
  const ids = new ConsumerIds();
  return {
    sees(event) {
      ids.observe(event);
      if (event.kind === 'provider') {
        for (const { key, row } of changesOf(event, consumerPhases)) {
          if (row === 'CONSUMER_PHASE_DELETED') deleted.add(key);
        }
        return false;
      }
      return event.event === 'block' && deleted.has(ids.of(event.chain) ?? '');
    },
  };
}
