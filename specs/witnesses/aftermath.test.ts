import type { RowChange } from '../block.ts';
import { proposals, type ProposalRow } from '../tables/gov.ts';
import type { ChannelRow } from '../tables/ibc/channel.ts';
import { clientStates, type TendermintClientState } from '../tables/ibc/client.ts';
import { connections, type ConnectionRow } from '../tables/ibc/connection.ts';
import { clientToConsumer, consumerToChannel } from '../tables/provider.ts';
import { channelEnd } from '../testing/chains.ts';
import { phase } from '../testing/provider-rows.ts';
import { drop, put, type Happening, type Story } from '../testing/story.ts';
import { settles, takes, transferPacket } from '../testing/transfers.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { AFTERMATH_WITNESSES } from './aftermath.ts';

const UPDATE = '/ibc.core.client.v1.MsgUpdateClient';
const RECEIVE = '/ibc.core.channel.v1.MsgRecvPacket';
const RECOVER = { '@type': '/ibc.core.client.v1.MsgRecoverClient', subject_client_id: '07-tendermint-0' };

function recovered(status: 'PASSED' | 'REJECTED'): Happening {
  const row = { status: `PROPOSAL_STATUS_${status}`, messages: [RECOVER] };
  return { rows: [put(proposals, proposals.key(1n), row as unknown as ProposalRow)] };
}

const stopped = (consumer: string): Happening => ({ rows: [phase(consumer, 'CONSUMER_PHASE_STOPPED')] });
const deleted: Happening = {
  rows: [phase('0', 'CONSUMER_PHASE_DELETED'), drop(clientToConsumer, '07-tendermint-0')],
};
/** A transfer channel over the client of consumer 0. */
const connected: readonly RowChange[] = [
  channelEnd('transfer', 'channel-1', 'transfer', 'channel-1', 'STATE_OPEN'),
  put(connections, 'connection-0', { client_id: '07-tendermint-0' } as ConnectionRow),
  put(clientToConsumer, '07-tendermint-0', '0'),
];
/** A transfer channel over another client. */
const elsewhere = [...connected, put(connections, 'connection-0', { client_id: '07-tendermint-1' } as ConnectionRow)];
const client = (revision_height: bigint) =>
  put(clientStates, clientStates.key('07-tendermint-0'), {
    frozen_height: { revision_number: 0n, revision_height },
  } as TendermintClientState);
const ccvChannel = (state: ChannelRow['state']) => [
  put(consumerToChannel, '0', 'channel-0'),
  channelEnd('provider', 'channel-0', 'consumer', 'channel-0', state),
];
const shown = (client: string) => sends(UPDATE, '', { client_id: client });
const outlives = (id: string) => (story: Story) =>
  story
    .start('provider')
    .start(id)
    .block('provider', { rows: [phase('0', 'CONSUMER_PHASE_DELETED')] })
    .block(id);

testWitnesses(AFTERMATH_WITNESSES, {
  'client-inactive-on-provider': {
    yes: provider(sends(RECEIVE, 'client/29')),
    no: consumer(sends(RECEIVE, 'client/29')),
  },
  'client-inactive-on-consumer': {
    yes: consumer(sends(RECEIVE, 'client/29')),
    no: consumer(sends(RECEIVE, 'client/28')),
  },
  'client-used-after-recovery': {
    yes: provider(recovered('PASSED'), shown('07-tendermint-0')),
    no: provider(recovered('PASSED'), shown('07-tendermint-1')),
  },
  'packet-after-recovery': {
    yes: provider(recovered('PASSED'), sends(RECEIVE)),
    no: provider(recovered('REJECTED'), sends(RECEIVE)),
  },
  'timeout-after-recovery': {
    yes: provider({ rows: connected }, recovered('PASSED'), settles(transferPacket(), 'MsgTimeout')),
    no: [
      provider({ rows: connected }, recovered('REJECTED'), settles(transferPacket(), 'MsgTimeout')),
      provider({ rows: elsewhere }, recovered('PASSED'), settles(transferPacket(), 'MsgTimeout')),
      provider({ rows: connected }, recovered('PASSED'), settles(transferPacket(), 'MsgAcknowledgement')),
    ],
  },
  'frozen-client-recovered': {
    yes: provider({ rows: [client(4n)] }, recovered('PASSED')),
    no: [
      provider({ rows: [client(0n)] }, recovered('PASSED')),
      provider({ rows: [client(4n)] }, recovered('REJECTED')),
    ],
  },
  'deleted-with-open-channel': {
    yes: provider({ rows: ccvChannel('STATE_OPEN') }, deleted),
    no: [
      provider({ rows: ccvChannel('STATE_CLOSED') }, deleted),
      provider({ rows: ccvChannel('STATE_OPEN') }, stopped('0')),
      provider(deleted),
    ],
  },
  'packet-of-stopped-consumer': {
    yes: provider({ rows: connected }, stopped('0'), deleted, takes(transferPacket())),
    no: [
      provider({ rows: connected }, takes(transferPacket()), stopped('0')),
      provider({ rows: connected }, stopped('1'), takes(transferPacket())),
      provider({ rows: connected }, stopped('0'), sends(RECEIVE, 'channel/22')),
    ],
  },
  'timeout-of-stopped-consumer': {
    yes: provider({ rows: connected }, stopped('0'), settles(transferPacket(), 'MsgTimeout')),
    no: [
      provider({ rows: connected }, settles(transferPacket(), 'MsgTimeout'), stopped('0')),
      provider({ rows: connected }, stopped('1'), settles(transferPacket(), 'MsgTimeout')),
      provider({ rows: connected }, stopped('0'), settles(transferPacket(), 'MsgAcknowledgement')),
    ],
  },
  'consumer-outlives-deletion': { yes: outlives('0'), no: outlives('1') },
});
