import { SINGLETON } from '../key.ts';
import { transferParams } from '../tables/transfer.ts';
import { put } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { FAILED, settles, TAKEN, takes, transferPacket } from '../testing/transfers.ts';
import { TRANSFER_WITNESSES } from './transfers.ts';

const TRANSFER = '/ibc.applications.transfer.v1.MsgTransfer';
const packet = transferPacket();
const home = transferPacket({ denom: 'transfer/channel-1/stake' });
const onward = transferPacket({ denom: 'transfer/channel-2/stake' });
const switched = (send_enabled: boolean, receive_enabled: boolean) => ({
  rows: [put(transferParams, SINGLETON, { send_enabled, receive_enabled })],
});
const failed = { received: [packet], acknowledgement: FAILED };

testWitnesses(TRANSFER_WITNESSES, {
  'transfer-received-on-consumer': { yes: consumer(takes(packet)), no: consumer(takes(home), failed) },
  'voucher-returned': { yes: provider(takes(home)), no: provider(takes(packet)) },
  'voucher-of-voucher-received': { yes: consumer(takes(onward)), no: consumer(takes(packet)) },
  'transfer-answered-with-error': { yes: provider(failed), no: provider(takes(packet)) },
  'transfer-refunded-after-error': {
    yes: provider(settles(packet, 'MsgAcknowledgement')),
    no: provider(settles(packet, 'MsgAcknowledgement', TAKEN), settles(packet, 'MsgTimeout')),
  },
  'transfer-refunded-after-timeout': {
    yes: provider(settles(packet, 'MsgTimeout')),
    no: provider({ txs: settles(packet, 'MsgTimeout').txs ?? [] }),
  },
  'transfers-out-of-order': {
    yes: provider(takes(transferPacket({}, 2)), takes(transferPacket({}, 1))),
    no: provider(takes(transferPacket({}, 1)), takes(transferPacket({}, 2))),
  },
  'transfer-refused-for-funds': { yes: provider(sends(TRANSFER, 'sdk/5')), no: provider(sends(TRANSFER)) },
  'transfers-switched-off': { yes: provider(switched(false, true)), no: provider(switched(true, true)) },
  'transfer-refused-while-off': { yes: consumer(sends(TRANSFER, 'transfer/7')), no: consumer(sends(TRANSFER)) },
  'transfer-answered-while-off': {
    yes: provider(switched(true, false), failed),
    no: provider(switched(false, true), failed),
  },
  'transfer-refused-without-channel': {
    yes: provider(sends(TRANSFER, 'channel/3', { source_channel: 'channel-404' })),
    no: provider(sends(TRANSFER, 'channel/3', { source_channel: 'channel-1' })),
  },
});
