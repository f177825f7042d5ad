import { proposals, type ProposalRow } from '../tables/gov.ts';
import { phase } from '../testing/provider-rows.ts';
import { put, type Happening, type Story } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { AFTERMATH_WITNESSES } from './aftermath.ts';

const UPDATE = '/ibc.core.client.v1.MsgUpdateClient';
const RECEIVE = '/ibc.core.channel.v1.MsgRecvPacket';
const TIMEOUT = '/ibc.core.channel.v1.MsgTimeout';
const RECOVER = { '@type': '/ibc.core.client.v1.MsgRecoverClient', subject_client_id: '07-tendermint-0' };

function recovered(status: 'PASSED' | 'REJECTED'): Happening {
  const row = { status: `PROPOSAL_STATUS_${status}`, messages: [RECOVER] };
  return { rows: [put(proposals, '1', row as unknown as ProposalRow)] };
}

const stopped: Happening = { rows: [phase('0', 'CONSUMER_PHASE_STOPPED')] };
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
  'packet-of-stopped-consumer': { yes: provider(stopped, sends(RECEIVE)), no: provider(sends(RECEIVE), stopped) },
  'timeout-of-stopped-consumer': {
    yes: provider(stopped, sends(TIMEOUT)),
    no: provider(stopped, { ...stopped, ...sends(TIMEOUT) }),
  },
  'consumer-outlives-deletion': { yes: outlives('0'), no: outlives('1') },
});
