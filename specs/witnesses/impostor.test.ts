import { SINGLETON } from '../key.ts';
import type { Packet } from '../block.ts';
import { writeValidatorSetChange } from '../ccv-packet.ts';
import { valsetUpdateId } from '../tables/provider.ts';
import { channelEnd } from '../testing/chains.ts';
import { bonded, launched, phase } from '../testing/provider-rows.ts';
import { answering, forging, slashPacket } from '../testing/slashes.ts';
import { put, vscPacket, type Happening } from '../testing/story.ts';
import { settles } from '../testing/transfers.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { IMPOSTOR_WITNESSES } from './impostor.ts';

const ACKNOWLEDGEMENT = '/ibc.core.channel.v1.MsgAcknowledgement';
const RECV_PACKET = '/ibc.core.channel.v1.MsgRecvPacket';
const start: Happening = {
  rows: [...launched('0', { aa: 5 }), ...bonded('aa', 5), put(valsetUpdateId, SINGLETON, 3n)],
};
const packet = slashPacket(1);
const vsc = vscPacket(1, 1, { aa: 5 });
const saying = (text: string): Packet => ({ ...packet, data: Buffer.from(text).toString('hex') });
const failing = (received: Packet): Happening =>
  forging({ received: [received], acknowledgement: Buffer.from('{"error":"no"}').toString('hex') });
const stopping = (happening: Happening): Happening => ({
  ...happening,
  rows: [...(happening.rows ?? []), phase('0', 'CONSUMER_PHASE_STOPPED')],
});

const closing = (happening: Happening): Happening => ({
  ...happening,
  rows: [...(happening.rows ?? []), channelEnd('consumer', 'channel-0', 'provider', 'channel-0', 'STATE_CLOSED')],
});

testWitnesses(IMPOSTOR_WITNESSES, {
  'forged-slash-packet-handled': {
    yes: provider(start, forging(answering('handled', [packet]))),
    no: provider(start, answering('handled', [packet])),
  },
  'forged-slash-packet-bounced': {
    yes: provider(start, forging(answering('bounced', [packet]))),
    no: provider(start, answering('bounced', [packet])),
  },
  'forged-slash-packets-together': {
    yes: provider(start, answering('handled', [packet, slashPacket(2)])),
    no: provider(start, answering('handled', [packet]), answering('handled', [slashPacket(2)])),
  },
  'slash-packet-of-unknown-update': {
    yes: provider(start, failing(slashPacket(1, { valsetUpdateId: 4n }))),
    no: provider(start, failing(slashPacket(1, { valsetUpdateId: 3n }))),
  },
  'slash-packet-of-unsent-update': {
    yes: provider(start, forging(answering('handled', [slashPacket(1, { valsetUpdateId: 3n })]))),
    no: provider(start, forging(answering('handled', [slashPacket(1, { valsetUpdateId: 2n })]))),
  },
  'slash-packet-without-power': {
    yes: provider(start, failing(slashPacket(1, { power: 0n }))),
    no: provider(start, failing(packet)),
  },
  'slash-packet-with-wrong-power': {
    yes: provider(start, forging(answering('handled', [slashPacket(1, { power: 4n })]))),
    no: provider(start, forging(answering('handled', [packet]))),
  },
  'slash-packet-for-unknown-validator': {
    yes: provider(start, forging(answering('handled', [slashPacket(1, { address: 'bb' })]))),
    no: provider(start, forging(answering('handled', [packet]))),
  },
  'slash-packet-without-infraction': {
    yes: provider(start, failing(slashPacket(1, { infraction: 'unspecified' }))),
    no: provider(start, failing(packet)),
  },
  'slash-packet-without-data': {
    yes: provider(sends(RECV_PACKET, 'undefined/111222')),
    no: provider(sends(RECV_PACKET, 'channel/21')),
  },
  'maturity-packet-ignored': {
    yes: provider(
      start,
      answering('noted', [
        saying('{"type":"CONSUMER_PACKET_TYPE_VSCM","vscMaturedPacketData":{"valset_update_id":"1"}}'),
      ]),
    ),
    no: provider(start, answering('noted', [packet])),
  },
  'unreadable-packet-answered': {
    yes: provider(start, failing(saying('slash them'))),
    no: provider(start, failing(saying('{}'))),
  },
  'forged-acknowledgement-accepted': {
    yes: provider({ sent: [vsc] }, settles(vsc, 'MsgAcknowledgement', '', true)),
    no: provider({ sent: [vsc] }, settles(vsc, 'MsgAcknowledgement')),
  },
  'stopped-by-error': {
    yes: provider({ sent: [vsc] }, stopping(settles(vsc, 'MsgAcknowledgement', '', true))),
    no: provider({ sent: [vsc] }, settles(vsc, 'MsgAcknowledgement', '', true)),
  },
  'unreadable-acknowledgement-refused': {
    yes: provider(sends(ACKNOWLEDGEMENT, 'sdk/6')),
    no: provider(sends(ACKNOWLEDGEMENT, 'channel/21')),
  },
  'forged-vsc-packet-accepted': {
    yes: consumer(forging({ received: [vsc] })),
    no: consumer({ received: [vsc] }),
  },
  'forged-vsc-packet-answered-with-error': {
    yes: consumer(failing({ ...vsc, data: Buffer.from('validate it').toString('hex') })),
    no: consumer(forging({ received: [vsc] })),
  },
  'slash-ack-without-address': {
    yes: consumer({
      received: [{ ...vsc, data: writeValidatorSetChange({ updates: [], valsetUpdateId: 1n, slashAcks: ['nobody'] }) }],
    }),
    no: consumer({ received: [vsc] }),
  },
  'closed-by-error': {
    yes: consumer({ sent: [packet] }, closing(settles(packet, 'MsgAcknowledgement', '', true))),
    no: consumer({ sent: [packet] }, closing(settles(packet, 'MsgAcknowledgement'))),
  },
  'empty-acknowledgement-accepted': {
    yes: consumer({ sent: [packet] }, settles(packet, 'MsgAcknowledgement', '', true)),
    no: consumer({ sent: [packet] }, closing(settles(packet, 'MsgAcknowledgement', '', true))),
  },
  'unknown-acknowledgement-refused': {
    yes: consumer(sends(ACKNOWLEDGEMENT, 'undefined/1')),
    no: consumer(sends(ACKNOWLEDGEMENT, 'sdk/6')),
  },
});
