import { SINGLETON } from '../key.ts';
import type { Packet } from '../block.ts';
import { readValidatorSetChange } from '../ccv-packet.ts';
import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import { ccvReceived, ccvSent } from '../history/packets.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { pendingVscs, providerParams } from '../tables/provider.ts';
import { answered, onConsumer, onProvider, refused, witness, type Watch, type Witness } from '../witness.ts';

const VSC = 'ICS-028 §Validator Set Update';

/** VSC packets and how they are delivered. */
export const PACKET_WITNESSES: readonly Witness[] = [
  witness(
    'vsc-sent',
    VSC,
    'The provider sent a VSC packet.',
    onProvider((event) => vscs(event).length > 0),
  ),
  witness(
    'vsc-with-removal',
    VSC,
    'A VSC packet removed a validator.',
    onProvider((event) => updates(event).some(({ power }) => power === 0n)),
  ),
  {
    name: 'vsc-with-newcomer',
    source: VSC,
    describes: 'A VSC packet carried a key that no earlier VSC packet on its channel had carried.',
    watch(): Watch {
      const known = new Set<string>();
      return {
        sees: onProvider(
          (event) =>
            vscs(event)
              .flatMap(({ source_channel: channel, data }) =>
                (readValidatorSetChange(data)?.updates ?? []).map(({ pubKey }) => `${channel} ${pubKey}`),
              )
              .filter((key) => !known.has(key) && known.add(key)).length > 0,
        ),
      };
    },
  },
  witness(
    'vsc-to-several-consumers',
    'SM §Staking Module Interface, ADR-015',
    'Two consumers got VSC packets for the same epoch.',
    onProvider((event) => new Set(vscs(event).map((packet) => packet.source_channel)).size > 1),
  ),
  {
    name: 'vsc-to-some-consumers',
    source: 'ADR-015',
    describes: 'At the end of an epoch, some open CCV channels got a VSC packet and others did not.',
    watch(): Watch {
      const seen = new Set<string>();
      return {
        sees: onProvider((event) => {
          const channels = new Set(vscs(event).map((packet) => packet.source_channel));
          for (const channel of channels) seen.add(channel);
          return channels.size > 0 && channels.size < seen.size;
        }),
      };
    },
  },
  witness(
    'vsc-waits-for-channel',
    'ICS-028 ME [CCV-PCF-EBLOCK-VSU]',
    'A VSC packet was queued because the channel was not open yet, or its client was expired or frozen.',
    onProvider((event) => changesOf(event, pendingVscs).some(({ row }) => (row?.list.length ?? 0) > 0)),
  ),
  witness(
    'waiting-vscs-sent',
    'ICS-028 ME [CCV-PCF-EBLOCK-VSU]',
    'Several queued VSC packets were sent over one channel in one block.',
    onProvider((event) => {
      const sent = vscs(event).map((packet) => packet.source_channel);
      return new Set(sent).size < sent.length;
    }),
  ),
  witness(
    'vsc-received',
    VSC,
    'A consumer received a VSC packet.',
    onConsumer((event) => ccvReceived(event).length > 0),
  ),
  witness(
    'two-vscs-in-one-block',
    'SM §Validator Sets, Validator Updates and VSCs',
    'A consumer received two VSC packets in one block.',
    onConsumer((event) => ccvReceived(event).length > 1),
  ),
  witness(
    'three-vscs-in-one-block',
    'SM §Validator Sets, Validator Updates and VSCs',
    'A consumer received VSC packets of three or more epochs in one block.',
    onConsumer((event) => ccvReceived(event).length > 2),
  ),
  witness(
    'last-update-wins',
    'SM §Validator Sets, Validator Updates and VSCs (Validator Update Inclusion)',
    'Two VSC packets in one block carried different powers for the same key.',
    onConsumer((event) => {
      const received = ccvReceived(event);
      return received.length > 1 && disagree(received);
    }),
  ),
  {
    name: 'vsc-delayed',
    source: 'ADR-014',
    describes: 'A VSC packet was received after the provider had ended three more epochs.',
    watch(): Watch {
      const sentAt = new Map<bigint, bigint>();
      let now = 0n;
      let epoch = 1n;
      return {
        sees(event) {
          if (event.event !== 'block') return false;
          if (event.kind === 'provider') {
            now = event.block.height;
            epoch = event.view.row(providerParams, SINGLETON)?.blocks_per_epoch ?? 1n;
            for (const id of ids(vscs(event))) sentAt.set(id, now);
            return false;
          }
          return ids(ccvReceived(event)).some((id) => now - (sentAt.get(id) ?? now) >= 3n * epoch);
        },
      };
    },
  },
  {
    name: 'consumers-at-different-vscs',
    source: 'SM §Validator Sets, Validator Updates and VSCs',
    describes: 'Two consumers had applied different VSCs at the same time.',
    watch(): Watch {
      const applied = new Map<string, bigint>();
      return {
        sees: onConsumer((event) => {
          const id = ids(ccvReceived(event)).at(-1);
          if (id === undefined) return false;
          applied.set(event.chain, id);
          return new Set(applied.values()).size > 1;
        }),
      };
    },
  },
  witness(
    'packet-delivered-twice',
    'ICS-04 (recvPacket)',
    'A packet was delivered a second time, without any effect.',
    (event) =>
      event.event === 'block' &&
      event.observation.writtenAcks.length < event.block.txs.length &&
      answered(event, RECEIVE, ({ code }) => code === 0) &&
      delivered(event) > event.observation.writtenAcks.length,
  ),
  witness(
    'packet-out-of-order',
    'ICS-04 (ordered channels)',
    'A packet on an ordered channel was refused because an earlier packet had not been received.',
    (event) => event.event === 'block' && refused(event, RECEIVE, 'channel', 21),
  ),
  witness(
    'ccv-channel-closed',
    'ICS-028 ME [CCV-PCF-TOP]',
    'A CCV channel was closed, by a timeout or with its consumer.',
    (event) =>
      changesOf(event, channelEnds).some(
        ({ key, row }) => !key.startsWith('transfer/') && row?.state === 'STATE_CLOSED',
      ),
  ),
];

const RECEIVE = '/ibc.core.channel.v1.MsgRecvPacket';

function vscs(event: HistoryEvent): readonly Packet[] {
  return event.kind === 'provider' ? ccvSent(event) : [];
}

function updates(event: BlockEvent) {
  return vscs(event).flatMap(({ data }) => readValidatorSetChange(data)?.updates ?? []);
}

function ids(packets: readonly Packet[]): bigint[] {
  return packets.map(({ data }) => readValidatorSetChange(data)?.valsetUpdateId ?? 0n);
}

function disagree(packets: readonly Packet[]): boolean {
  const powers = new Map<string, bigint>();
  for (const { data } of packets) {
    for (const { pubKey, power } of readValidatorSetChange(data)?.updates ?? []) {
      if ((powers.get(pubKey) ?? power) !== power) return true;
      powers.set(pubKey, power);
    }
  }
  return false;
}

/** How many packets the successful transactions delivered. */
function delivered({ block, observation }: BlockEvent): number {
  return block.txs
    .filter((_, i) => observation.txResults[i]?.code === 0)
    .flatMap((tx) => tx.messages)
    .filter((message) => message['@type'] === RECEIVE).length;
}
