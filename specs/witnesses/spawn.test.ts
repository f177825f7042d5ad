import type { RowChange } from '../block.ts';
import { initializationParameters, type InitializationParametersRow } from '../tables/provider.ts';
import { phase } from '../testing/provider-rows.ts';
import { put } from '../testing/story.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { SECOND } from '../value.ts';
import { SPAWN_WITNESSES } from './spawn.ts';

const OPT_IN = '/interchain_security.ccv.provider.v1.MsgOptIn';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';

const spawns = (seconds: bigint): RowChange =>
  put(initializationParameters, '0', { spawn_time: seconds * SECOND } as InitializationParametersRow);
const launch = phase('0', 'CONSUMER_PHASE_LAUNCHED');
const registered = phase('0', 'CONSUMER_PHASE_REGISTERED');
const planned = phase('0', 'CONSUMER_PHASE_INITIALIZED');
const stopped = phase('0', 'CONSUMER_PHASE_STOPPED');
const optsIn = (id: string, refusal = '') => sends(OPT_IN, refusal, { consumer_id: id });
const changes = (id: string, refusal = '', fields = {}) => sends(UPDATE, refusal, { consumer_id: id, ...fields });
const again = (phaseOfIt: RowChange) =>
  provider({ rows: [phaseOfIt] }, changes('0', 'provider/45', { initialization_parameters: {} }));

// The time of the first block is one second, that of the second block two.
testWitnesses(SPAWN_WITNESSES, {
  'launched-at-spawn-time': {
    yes: provider({ rows: [spawns(2n)] }, { rows: [launch] }),
    no: provider({ rows: [spawns(1n)] }, { rows: [launch] }),
  },
  'spawn-time-in-the-past': { yes: provider({ rows: [spawns(0n)] }), no: provider({ rows: [spawns(1n)] }) },
  'spawn-time-of-the-block': {
    yes: provider({}, { rows: [spawns(2n)] }),
    no: [provider({ rows: [spawns(2n)] }), provider({ rows: [spawns(0n)] })],
  },
  'launch-scheduled-later': {
    yes: provider({ rows: [registered] }, { rows: [planned] }),
    no: [provider({ rows: [planned] }), provider({ rows: [planned] }, { rows: [registered] })],
  },
  'launch-moved-earlier': {
    yes: provider({ rows: [spawns(9n)] }, { rows: [spawns(8n)] }),
    no: provider({ rows: [spawns(8n)] }, { rows: [spawns(9n)] }),
  },
  'launch-moved-later': {
    yes: provider({ rows: [spawns(8n)] }, { rows: [spawns(9n)] }),
    no: provider({ rows: [spawns(9n)] }, { rows: [spawns(9n)] }),
  },
  'updated-as-it-launches': {
    yes: provider({ rows: [launch], ...changes('0') }),
    no: provider({ rows: [launch], ...changes('1') }),
  },
  'opted-in-as-it-launches': {
    yes: provider({ rows: [launch], ...optsIn('0') }),
    no: [
      provider({ rows: [launch], ...optsIn('1') }),
      provider({ rows: [launch], ...optsIn('0', 'provider/2') }),
      provider({ rows: [launch] }, optsIn('0')),
    ],
  },
  'stopped-as-it-launches': {
    yes: provider({ rows: [planned] }, { rows: [stopped] }),
    no: provider({ rows: [planned] }, { rows: [launch] }, { rows: [stopped] }),
  },
  'initialization-after-launch-refused': {
    yes: again(launch),
    no: again(planned),
  },
});
