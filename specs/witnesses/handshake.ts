import { SINGLETON } from '../key.ts';
import type { Message, TxResult } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { providerChannel } from '../tables/consumer.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { connections } from '../tables/ibc/connection.ts';
import { consumerToChannel } from '../tables/provider.ts';
import { onConsumer, onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';

const CHANNEL = 'ICS-028 §Channel Initialization';
/** The connection of a chain to itself, which is open from the start (ICS-09). */
const LOCALHOST = 'connection-localhost';

/** The opening of connections and channels, and what is refused on the way. */
export const HANDSHAKE_WITNESSES: readonly Witness[] = [
  witness(
    'connection-opened',
    'ICS-03',
    'A connection was opened at both ends.',
    onProvider((event) =>
      changesOf(event, connections).some(({ key, row }) => key !== LOCALHOST && row?.state === 'STATE_OPEN'),
    ),
  ),
  witness(
    'ccv-channel-opened',
    CHANNEL,
    'The provider opened its end of a CCV channel and took it for the one of the consumer.',
    onProvider((event) => changesOf(event, consumerToChannel).some(({ row }) => row !== undefined)),
  ),
  witness(
    'transfer-channel-begun',
    'ICS-028 ME [CCV-CCF-COACK]',
    'A consumer began the transfer channel when it acknowledged the CCV channel.',
    onConsumer((event) =>
      changesOf(event, channelEnds).some(({ key, row }) => key.startsWith('transfer/') && row?.state === 'STATE_INIT'),
    ),
  ),
  witness(
    'transfer-channel-opened',
    'ICS-20',
    'A consumer opened its end of a transfer channel.',
    onConsumer((event) =>
      changesOf(event, channelEnds).some(({ key, row }) => key.startsWith('transfer/') && row?.state === 'STATE_OPEN'),
    ),
  ),
  witness(
    'channel-established',
    'ICS-028 ME [CCV-CCF-RCVVSC]',
    'The first VSC packet reached a consumer and established its channel.',
    onConsumer((event) => changesOf(event, providerChannel).some(({ row }) => row !== undefined)),
  ),
  refusal('second-channel-refused', CHANNEL, 'A second CCV channel was refused.', 'Channel', 'CCV/5'),
  refusal('wrong-version-refused', CHANNEL, 'A CCV channel of another version was refused.', 'Channel', 'CCV/2'),
  refusal(
    'unordered-channel-refused',
    CHANNEL,
    'A CCV channel that is not ordered was refused.',
    'ChannelOpen(Init|Try)',
    'channel/6',
  ),
  refusal(
    'wrong-port-refused',
    CHANNEL,
    'A CCV channel between other ports was refused.',
    'ChannelOpen(Init|Try)',
    'port/4',
  ),
  refusal(
    'wrong-client-refused',
    CHANNEL,
    'A CCV channel over another client than the one that belongs to the consumer was refused.',
    'ChannelOpen(Init|Try)',
    'client/3',
    'CCV/15',
    'provider/16',
  ),
  refusal(
    'handshake-from-provider-refused',
    CHANNEL,
    'A CCV channel that the provider began was refused.',
    'ChannelOpen(Init|Try)',
    'CCV/3',
  ),
  refusal('channel-step-refused', 'ICS-04', 'A step of a channel handshake came out of turn.', 'Channel', 'channel/5'),
  refusal(
    'connection-step-refused',
    'ICS-03',
    'A step of a connection handshake came out of turn.',
    'Connection',
    'connection/6',
  ),
  witness(
    'message-refused-before-establishment',
    'ICS-028 §Consumer Initiated Slashing (note on user transactions)',
    'A consumer refused a message because no VSC packet had reached it yet.',
    onConsumer(
      ({ block, observation, view }) =>
        block.txs.length > 0 &&
        view.row(providerChannel, SINGLETON) === undefined &&
        block.txs.some(
          (tx, i) =>
            observation.txResults[i]?.codespace === 'undefined' &&
            tx.messages.some((message) => !message['@type'].startsWith('/ibc.')),
        ),
    ),
  ),
  witness(
    'channel-closed-on-consumer',
    'ICS-04, chanCloseConfirm; ICS-028 ME [CCV-CCF-CCC]',
    'A consumer closed its CCV channel because that of the provider is closed.',
    onConsumer((event) => succeeded(event, '/ibc.core.channel.v1.MsgChannelCloseConfirm')),
  ),
  witness(
    'closing-refused',
    'ICS-028 ME [CCV-PCF-CCINIT], [CCV-CCF-CCINIT]',
    'Nobody may close the CCV channel.',
    (event) => event.event === 'block' && refused(event, '/ibc.core.channel.v1.MsgChannelCloseInit', 'sdk', 18),
  ),
];

/** A message of the handshakes, by the end of its type, refused with one of these codes, on either chain. */
function refusal(name: string, source: string, describes: string, messages: string, ...codes: string[]): Witness {
  const type = new RegExp(`^/ibc\\.core\\.(channel|connection)\\.v1\\.Msg${messages}`, 'u');
  const matches = (result: TxResult | undefined, list: readonly Message[]) =>
    result !== undefined &&
    result.code !== 0 &&
    codes.includes(`${result.codespace}/${result.code}`) &&
    list.some((message) => type.test(message['@type']));
  const sees = ({ block, observation }: BlockEvent) =>
    block.txs.some((tx, i) => matches(observation.txResults[i], tx.messages));
  return witness(name, source, describes, (event) => event.event === 'block' && sees(event));
}
