import type { BlockEvent } from '../event.ts';
import { packetCommitments } from '../tables/ibc/packet.ts';
import { refused, succeeded, witness, type Witness } from '../witness.ts';

const RECEIVE = '/ibc.core.channel.v1.MsgRecvPacket';
const ACKNOWLEDGE = '/ibc.core.channel.v1.MsgAcknowledgement';
const TIMEOUT = '/ibc.core.channel.v1.MsgTimeout';
const ON_CLOSE = '/ibc.core.channel.v1.MsgTimeoutOnClose';

/** What a relayer does too late, too early or twice. */
export const RELAYING_WITNESSES: readonly Witness[] = [
  witness(
    'late-packet-refused',
    'ICS-04 (recvPacket)',
    'A packet was refused because it had timed out.',
    (event) => event.event === 'block' && refused(event, RECEIVE, 'channel', 40),
  ),
  witness(
    'packet-timed-out',
    'ICS-04 (timeoutPacket), ICS-028 ME [CCV-PCF-TOVSC]',
    'The sender of a packet was shown that it had not been received in time.',
    (event) => event.event === 'block' && succeeded(event, TIMEOUT),
  ),
  witness(
    'timeout-too-early-refused',
    'ICS-04 (timeoutPacket)',
    'A timeout was refused because the packet could still arrive.',
    (event) => event.event === 'block' && refused(event, TIMEOUT, 'channel', 39),
  ),
  witness(
    'packet-lost-on-close',
    'ICS-04 (timeoutOnClose)',
    'The sender of a packet was shown that it had not been received when the other end of the channel was closed.',
    (event) => event.event === 'block' && succeeded(event, ON_CLOSE) && settled(event) > 0,
  ),
  witness(
    'close-of-open-end-refused',
    'ICS-04 (timeoutOnClose)',
    'Nobody could prove that the other end of a channel is closed, for it is open.',
    (event) => event.event === 'block' && refused(event, ON_CLOSE, 'commitment', 2),
  ),
  witness(
    'acknowledgement-delivered-twice',
    'ICS-04 (acknowledgePacket)',
    'An acknowledgement that the sender had seen was brought again and nothing happened.',
    (event) => event.event === 'block' && succeeded(event, ACKNOWLEDGE) && acknowledgements(event) > settled(event),
  ),
];

function acknowledgements({ block, observation }: BlockEvent): number {
  return block.txs
    .filter((_, i) => observation.txResults[i]?.code === 0)
    .flatMap((tx) => tx.messages)
    .filter((message) => message['@type'] === ACKNOWLEDGE).length;
}

/** How many packets the chain waits for no longer. */
function settled({ changes }: BlockEvent): number {
  return (changes.get(packetCommitments.name) ?? []).filter(({ row }) => row === undefined).length;
}
