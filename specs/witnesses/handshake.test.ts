import { SINGLETON } from '../key.ts';
import { providerChannel } from '../tables/consumer.ts';
import { connections, type ConnectionRow } from '../tables/ibc/connection.ts';
import { channelEnd, establishedChannel } from '../testing/chains.ts';
import { channelMapped } from '../testing/provider-rows.ts';
import { put } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { HANDSHAKE_WITNESSES } from './handshake.ts';

const CHANNEL_INIT = '/ibc.core.channel.v1.MsgChannelOpenInit';
const CHANNEL_TRY = '/ibc.core.channel.v1.MsgChannelOpenTry';
const CONNECTION_ACK = '/ibc.core.connection.v1.MsgConnectionOpenAck';
const SEND = '/cosmos.bank.v1beta1.MsgSend';
const connection = (state: ConnectionRow['state'], id = 'connection-0') =>
  put(connections, id, { state } as ConnectionRow);
const transfer = (state: 'STATE_INIT' | 'STATE_OPEN') => channelEnd('transfer', 'channel-1', 'transfer', '', state);

testWitnesses(HANDSHAKE_WITNESSES, {
  'connection-opened': {
    yes: provider({ rows: [connection('STATE_OPEN')] }),
    no: provider({ rows: [connection('STATE_TRYOPEN'), connection('STATE_OPEN', 'connection-localhost')] }),
  },
  'ccv-channel-opened': {
    yes: provider({ rows: channelMapped('0', 'channel-0') }),
    no: provider({ rows: [channelEnd('provider', 'channel-0', 'consumer', 'channel-0', 'STATE_OPEN')] }),
  },
  'transfer-channel-begun': {
    yes: consumer({ rows: [transfer('STATE_INIT')] }),
    no: consumer({ rows: [channelEnd('consumer', 'channel-0', 'provider', '', 'STATE_INIT')] }),
  },
  'transfer-channel-opened': {
    yes: consumer({ rows: [transfer('STATE_OPEN')] }),
    no: consumer({ rows: [transfer('STATE_INIT')] }),
  },
  'channel-established': { yes: consumer({ rows: establishedChannel() }), no: consumer({}) },
  'second-channel-refused': {
    yes: provider(sends(CHANNEL_TRY, 'CCV/5')),
    no: provider(sends(CHANNEL_TRY, 'channel/5')),
  },
  'wrong-version-refused': { yes: consumer(sends(CHANNEL_INIT, 'CCV/2')), no: consumer(sends(CHANNEL_INIT)) },
  'unordered-channel-refused': {
    yes: consumer(sends(CHANNEL_INIT, 'channel/6')),
    no: consumer(sends('/ibc.core.channel.v1.MsgChannelOpenAck', 'channel/6')),
  },
  'wrong-port-refused': { yes: consumer(sends(CHANNEL_INIT, 'port/4')), no: consumer(sends(CHANNEL_INIT, 'port/5')) },
  'wrong-client-refused': {
    yes: provider(sends(CHANNEL_TRY, 'CCV/15')),
    no: provider(sends(CHANNEL_TRY, 'CCV/5')),
  },
  'handshake-from-provider-refused': {
    yes: provider(sends(CHANNEL_INIT, 'CCV/3')),
    no: provider(sends(CHANNEL_INIT, 'CCV/2')),
  },
  'channel-step-refused': {
    yes: consumer(sends('/ibc.core.channel.v1.MsgChannelOpenAck', 'channel/5')),
    no: consumer(sends('/ibc.core.channel.v1.MsgRecvPacket', 'channel/5')),
  },
  'connection-step-refused': {
    yes: consumer(sends(CONNECTION_ACK, 'connection/6')),
    no: consumer(sends(CONNECTION_ACK)),
  },
  'message-refused-before-establishment': {
    yes: consumer(sends(SEND, 'undefined/1')),
    no: consumer({ rows: [put(providerChannel, SINGLETON, 'channel-0')] }, sends(SEND, 'undefined/1')),
  },
  'channel-closed-on-consumer': {
    yes: consumer(sends('/ibc.core.channel.v1.MsgChannelCloseConfirm')),
    no: provider(sends('/ibc.core.channel.v1.MsgChannelCloseConfirm')),
  },
  'closing-refused': {
    yes: provider(sends('/ibc.core.channel.v1.MsgChannelCloseInit', 'sdk/18')),
    no: provider(sends('/ibc.core.channel.v1.MsgChannelCloseInit', 'channel/3')),
  },
});
