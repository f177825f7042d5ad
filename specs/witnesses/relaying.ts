import type { BlockEvent } from '../event.ts';
import { packetCommitments } from '../tables/ibc/packet.ts';
import { refused, succeeded, witness, type Witness } from '../witness.ts';

const RECEIVE = '/ibc.core.channel.v1.MsgRecvPacket';
const ACKNOWLEDGE = '/ibc.core.channel.v1.MsgAcknowledgement';
const TIMEOUT = '/ibc.core.channel.v1.MsgTimeout';
const ON_CLOSE = '/ibc.core.channel.v1.MsgTimeoutOnClose';

/** Messages of a relayer that come too late, too early or twice. */
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
    'A packet timed out.',
    (event) => event.event === 'block' && succeeded(event, TIMEOUT),
  ),
  witness(
    'timeout-too-early-refused',
    'ICS-04 (timeoutPacket)',
    'A timeout was refused because the packet could still be received.',
    (event) => event.event === 'block' && refused(event, TIMEOUT, 'channel', 39),
  ),
  witness(
    'packet-lost-on-close',
    'ICS-04 (timeoutOnClose)',
    'A packet timed out because the other end of its channel was closed (MsgTimeoutOnClose).',
    (event) => event.event === 'block' && succeeded(event, ON_CLOSE) && settled(event) > 0,
  ),
  witness(
    'close-of-open-end-refused',
    'ICS-04 (timeoutOnClose)',
    'A MsgTimeoutOnClose was refused because the other end of the channel is open.',
    (event) => event.event === 'block' && refused(event, ON_CLOSE, 'commitment', 2),
  ),
  witness(
    'acknowledgement-delivered-twice',
    'ICS-04 (acknowledgePacket)',
    'An acknowledgement was delivered a second time, without any effect.',
    (event) => event.event === 'block' && succeeded(event, ACKNOWLEDGE) && acknowledgements(event) > settled(event),
  ),
];

function acknowledgements({ block, observation }: BlockEvent): number {
  return block.txs
    .filter((_, i) => observation.txResults[i]?.code === 0)
    .flatMap((tx) => tx.messages)
    .filter((message) => message['@type'] === ACKNOWLEDGE).length;
}

/** How many packet commitments the block deleted. */
function settled({ changes }: BlockEvent): number {
  return (changes.get(packetCommitments.name) ?? []).filter(({ row }) => row === undefined).length;
}
