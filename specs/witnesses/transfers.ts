import { SINGLETON } from '../key.ts';
import { transfersReceived, transfersRefunded } from '../history/transfers.ts';
import { arrivingDenom } from '../traced-denom.ts';
import { answered, onConsumer, refused, witness, type Watch, type Witness } from '../witness.ts';
import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import { transferParams } from '../tables/transfer.ts';

const ICS20 = 'ICS-20';
const TRANSFER = '/ibc.applications.transfer.v1.MsgTransfer';

/** Token transfers (ICS-20) between the provider and consumers. */
export const TRANSFER_WITNESSES: readonly Witness[] = [
  witness(
    'transfer-received-on-consumer',
    ICS20,
    'A consumer received coins of the provider.',
    onConsumer((event) => taken(event).some(({ packet, data }) => !arrivingDenom(packet, data.denom).isHome)),
  ),
  witness(
    'voucher-returned',
    ICS20,
    'Coins returned to the chain that they came from.',
    onBlock((event) => taken(event).some(({ packet, data }) => arrivingDenom(packet, data.denom).isHome)),
  ),
  witness(
    'voucher-of-voucher-received',
    ICS20,
    'A consumer received coins of another consumer, over the provider.',
    onConsumer((event) =>
      taken(event).some(({ packet, data }) => arrivingDenom(packet, data.denom).denom.trace.length > 1),
    ),
  ),
  witness(
    'transfer-answered-with-error',
    ICS20,
    'A transfer was received and answered with an error acknowledgement.',
    onBlock((event) => transfersReceived(event).some(({ success }) => !success)),
  ),
  witness(
    'transfer-refunded-after-error',
    ICS20,
    'A transfer was refunded because of an error acknowledgement.',
    onBlock((event) => transfersRefunded(event).some(({ timedOut }) => !timedOut)),
  ),
  witness(
    'transfer-refunded-after-timeout',
    ICS20,
    'A transfer was refunded because it timed out.',
    onBlock((event) => transfersRefunded(event).some(({ timedOut }) => timedOut)),
  ),
  {
    name: 'transfers-out-of-order',
    source: 'ICS-04',
    describes: 'A transfer was received after a later one on the same channel.',
    watch(): Watch {
      const latest = new Map<string, bigint>();
      return {
        sees: onBlock((event) =>
          transfersReceived(event)
            .map(({ packet }) => {
              const channel = `${event.chain} ${packet.destination_channel}`;
              const last = latest.get(channel) ?? 0n;
              if (packet.sequence > last) latest.set(channel, packet.sequence);
              return packet.sequence < last;
            })
            .includes(true),
        ),
      };
    },
  },
  witness(
    'transfer-refused-for-funds',
    'MsgTransfer',
    'A transfer was refused because the account has insufficient funds.',
    onBlock((event) => refused(event, TRANSFER, 'sdk', 5)),
  ),
  witness(
    'transfers-switched-off',
    '/ibc.applications.transfer.v1.MsgUpdateParams',
    'Governance disabled sending or receiving transfers.',
    onBlock((event) =>
      changesOf(event, transferParams).some(({ row }) => row?.send_enabled === false || row?.receive_enabled === false),
    ),
  ),
  witness(
    'transfer-refused-while-off',
    'MsgTransfer',
    'A transfer was refused because sending is disabled.',
    onBlock((event) => refused(event, TRANSFER, 'transfer', 7)),
  ),
  witness(
    'transfer-answered-while-off',
    ICS20,
    'A transfer was answered with an error acknowledgement because receiving is disabled.',
    onBlock(
      (event) =>
        event.view.row(transferParams, SINGLETON)?.receive_enabled === false &&
        transfersReceived(event).some(({ success }) => !success),
    ),
  ),
  witness(
    'transfer-refused-without-channel',
    'MsgTransfer',
    'A transfer over a channel that does not exist was refused.',
    onBlock((event) =>
      answered(
        event,
        TRANSFER,
        ({ codespace, code }, { source_channel: channel }) => channel === 'channel-404' && codespace !== '' && code > 0,
      ),
    ),
  ),
];

function taken(event: BlockEvent) {
  return transfersReceived(event).filter(({ success }) => success);
}

function onBlock(sees: (event: BlockEvent) => boolean): (event: HistoryEvent) => boolean {
  return (event) => event.event === 'block' && sees(event);
}
