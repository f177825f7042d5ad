import { packetCommitments } from '../tables/ibc/packet.ts';
import { drop } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { RELAYING_WITNESSES } from './relaying.ts';

const RECEIVE = '/ibc.core.channel.v1.MsgRecvPacket';
const ACKNOWLEDGE = '/ibc.core.channel.v1.MsgAcknowledgement';
const TIMEOUT = '/ibc.core.channel.v1.MsgTimeout';
const ON_CLOSE = '/ibc.core.channel.v1.MsgTimeoutOnClose';
const settled = drop(packetCommitments, packetCommitments.key('provider', 'channel-0', 1n));

testWitnesses(RELAYING_WITNESSES, {
  'late-packet-refused': {
    yes: consumer(sends(RECEIVE, 'channel/40')),
    no: consumer(sends(RECEIVE, 'channel/21')),
  },
  'packet-timed-out': { yes: provider(sends(TIMEOUT)), no: provider(sends(TIMEOUT, 'channel/39')) },
  'timeout-too-early-refused': { yes: provider(sends(TIMEOUT, 'channel/39')), no: provider(sends(TIMEOUT)) },
  'packet-lost-on-close': {
    yes: provider({ ...sends(ON_CLOSE), rows: [settled] }),
    no: provider(sends(ON_CLOSE)),
  },
  'close-of-open-end-refused': {
    yes: provider(sends(ON_CLOSE, 'commitment/2')),
    no: provider(sends(ON_CLOSE, 'channel/7')),
  },
  'acknowledgement-delivered-twice': {
    yes: provider(sends(ACKNOWLEDGE)),
    no: provider({ ...sends(ACKNOWLEDGE), rows: [settled] }),
  },
});
