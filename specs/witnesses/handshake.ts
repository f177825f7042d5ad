import { SINGLETON } from '../key.ts';
import type { Message, TxResult } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { providerChannel } from '../tables/consumer.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { connections } from '../tables/ibc/connection.ts';
import { consumerToChannel } from '../tables/provider.ts';
import { onConsumer, onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';

const CHANNEL = 'ICS-028 §Channel Initialization';
/** The localhost connection, which is always open (ICS-09). */
const LOCALHOST = 'connection-localhost';

/** The handshakes of connections and channels, and handshake messages that are refused. */
export const HANDSHAKE_WITNESSES: readonly Witness[] = [
  witness(
    'connection-opened',
    'ICS-03',
    'A connection became open at both ends.',
    onProvider((event) =>
      changesOf(event, connections).some(({ key, row }) => key !== LOCALHOST && row?.state === 'STATE_OPEN'),
    ),
  ),
  witness(
    'ccv-channel-opened',
    CHANNEL,
    'The provider opened its end of a CCV channel and registered it for the consumer.',
    onProvider((event) => changesOf(event, consumerToChannel).some(({ row }) => row !== undefined)),
  ),
  witness(
    'transfer-channel-begun',
    'ICS-028 ME [CCV-CCF-COACK]',
    'A consumer initiated the transfer channel when the CCV channel opened.',
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
    'The first VSC packet reached a consumer and established the CCV channel.',
    onConsumer((event) => changesOf(event, providerChannel).some(({ row }) => row !== undefined)),
  ),
  refusal('second-channel-refused', CHANNEL, 'A second CCV channel was refused.', 'Channel', 'CCV/5'),
  refusal('wrong-version-refused', CHANNEL, 'A CCV channel with a wrong version was refused.', 'Channel', 'CCV/2'),
  refusal(
    'unordered-channel-refused',
    CHANNEL,
    'An unordered CCV channel was refused.',
    'ChannelOpen(Init|Try)',
    'channel/6',
  ),
  refusal(
    'wrong-port-refused',
    CHANNEL,
    'A CCV channel with a wrong port was refused.',
    'ChannelOpen(Init|Try)',
    'port/4',
  ),
  refusal(
    'wrong-client-refused',
    CHANNEL,
    'A CCV channel over a client that does not belong to the consumer was refused.',
    'ChannelOpen(Init|Try)',
    'client/3',
    'CCV/15',
    'provider/16',
  ),
  refusal(
    'handshake-from-provider-refused',
    CHANNEL,
    'A CCV channel that was initiated on the provider was refused.',
    'ChannelOpen(Init|Try)',
    'CCV/3',
  ),
  refusal(
    'channel-step-refused',
    'ICS-04',
    'A channel handshake message in the wrong state was refused.',
    'Channel',
    'channel/5',
  ),
  refusal(
    'connection-step-refused',
    'ICS-03',
    'A connection handshake message in the wrong state was refused.',
    'Connection',
    'connection/6',
  ),
  witness(
    'message-refused-before-establishment',
    'ICS-028 §Consumer Initiated Slashing (note on user transactions)',
    'A consumer refused a message because no VSC packet had arrived yet.',
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
    'A consumer closed its CCV channel because the provider had closed its end.',
    onConsumer((event) => succeeded(event, '/ibc.core.channel.v1.MsgChannelCloseConfirm')),
  ),
  witness(
    'closing-refused',
    'ICS-028 ME [CCV-PCF-CCINIT], [CCV-CCF-CCINIT]',
    'An account tried to close the CCV channel and was refused.',
    (event) => event.event === 'block' && refused(event, '/ibc.core.channel.v1.MsgChannelCloseInit', 'sdk', 18),
  ),
];

/** A handshake message of either chain, given by the end of its type, that is refused with one of these codes. */
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
