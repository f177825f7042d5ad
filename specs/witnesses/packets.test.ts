import { pendingVscs } from '../tables/provider.ts';
import { channelEnd } from '../testing/chains.ts';
import { params } from '../testing/provider-rows.ts';
import { put, vscPacket, type Story } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { PACKET_WITNESSES } from './packets.ts';

const RECEIVE = '/ibc.core.channel.v1.MsgRecvPacket';
const [one, two, three] = [1, 2, 3].map((n) => vscPacket(n, n, { aa: n })) as [Packet, Packet, Packet];
const other = vscPacket(1, 1, { aa: 5 }, 'channel-1');
type Packet = ReturnType<typeof vscPacket>;

/** A provider with epochs of two blocks sends a VSC packet and makes more blocks before the packet is received. */
const late = (blocks: number) => (story: Story) =>
  story
    .start('provider', { rows: [params(2)] })
    .start('c0')
    .block('provider', { sent: [one] })
    .until('provider', 1 + blocks)
    .block('c0', { received: [one] });

const twoConsumers = (first: Packet, second: Packet) => (story: Story) =>
  story
    .start('c0')
    .start('c1')
    .block('c0', { received: [first] })
    .block('c1', { received: [second] });

const waiting = (list: number) =>
  put(pendingVscs, '0', {
    list: Array.from({ length: list }, () => ({ validator_updates: [], valset_update_id: 1n, slash_acks: [] })),
  });

testWitnesses(PACKET_WITNESSES, {
  'vsc-sent': { yes: provider({ sent: [one] }), no: consumer({ received: [one] }) },
  'vsc-with-removal': { yes: provider({ sent: [vscPacket(1, 1, { aa: 0 })] }), no: provider({ sent: [one] }) },
  'vsc-with-newcomer': { yes: provider({ sent: [one] }), no: provider({}) },
  'vsc-to-several-consumers': {
    yes: provider({ sent: [one, other] }),
    no: provider({ sent: [one] }, { sent: [other] }),
  },
  'vsc-to-some-consumers': { yes: provider({ sent: [one, other] }, { sent: [two] }), no: provider({ sent: [one] }) },
  'vsc-waits-for-channel': { yes: provider({ rows: [waiting(1)] }), no: provider({ rows: [waiting(0)] }) },
  'waiting-vscs-sent': { yes: provider({ sent: [one, two] }), no: provider({ sent: [one, other] }) },
  'vsc-received': { yes: consumer({ received: [one] }), no: provider({ sent: [one] }) },
  'two-vscs-in-one-block': {
    yes: consumer({ received: [one, two] }),
    no: consumer({ received: [one] }, { received: [two] }),
  },
  'three-vscs-in-one-block': {
    yes: consumer({ received: [one, two, three] }),
    no: consumer({ received: [one, two] }),
  },
  'last-update-wins': {
    yes: consumer({ received: [one, two] }),
    no: consumer({ received: [one, vscPacket(2, 2, { bb: 3 })] }),
  },
  'vsc-delayed': { yes: late(6), no: late(5) },
  'consumers-at-different-vscs': { yes: twoConsumers(one, two), no: twoConsumers(one, one) },
  'packet-delivered-twice': { yes: consumer(sends(RECEIVE)), no: consumer({ ...sends(RECEIVE), received: [one] }) },
  'packet-out-of-order': { yes: consumer(sends(RECEIVE, 'channel/21')), no: consumer(sends(RECEIVE)) },
  'ccv-channel-closed': {
    yes: provider({ rows: [channelEnd('provider', 'channel-0', 'consumer', 'channel-0', 'STATE_CLOSED')] }),
    no: provider({ rows: [channelEnd('provider', 'channel-0', 'consumer', 'channel-0', 'STATE_OPEN')] }),
  },
});
