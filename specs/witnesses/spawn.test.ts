import type { RowChange } from '../block.ts';
import { initializationParameters, type InitializationParametersRow } from '../tables/provider.ts';
import { phase } from '../testing/provider-rows.ts';
import { put } from '../testing/story.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { SECOND } from '../value.ts';
import { SPAWN_WITNESSES } from './spawn.ts';

const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';

const spawns = (seconds: bigint): RowChange =>
  put(initializationParameters, '0', { spawn_time: seconds * SECOND } as InitializationParametersRow);
const launch = phase('0', 'CONSUMER_PHASE_LAUNCHED');
const changes = (id: string, refusal = '', fields = {}) => sends(UPDATE, refusal, { consumer_id: id, ...fields });
const again = (phaseOfIt: RowChange) =>
  provider({ rows: [phaseOfIt] }, changes('0', 'provider/45', { initialization_parameters: {} }));

// The first block has the time of one second, the second that of two.
testWitnesses(SPAWN_WITNESSES, {
  'launched-at-spawn-time': {
    yes: provider({ rows: [spawns(2n)] }, { rows: [launch] }),
    no: provider({ rows: [spawns(1n)] }, { rows: [launch] }),
  },
  'spawn-time-in-the-past': { yes: provider({ rows: [spawns(0n)] }), no: provider({ rows: [spawns(1n)] }) },
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
  'initialization-after-launch-refused': {
    yes: again(launch),
    no: again(phase('0', 'CONSUMER_PHASE_INITIALIZED')),
  },
});
