import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { connections } from '../tables/ibc/connection.ts';
import { onConsumer, succeeded } from '../witness.ts';

/** Who initiates the handshakes (ICS-028 ME [CCV-CCF-INITG.1]). */
export const handshakeStartedByRelayer: Deviation = {
  name: 'handshake-started-by-relayer',
  describes:
    'A consumer should initiate the handshakes of its connection and its CCV channel in InitGenesis. In the releases a relayer initiates them.',
  breaks: 'ICS-028 ME [CCV-CCF-INITG.1]',
  source: 'observed: a consumer has no connection until MsgConnectionOpenInit',
  appliesTo: 'all releases',
  trace: 'opening',
  watch: () => ({
    sees: onConsumer(
      (event) =>
        succeeded(event, '/ibc.core.connection.v1.MsgConnectionOpenInit') &&
        changesOf(event, connections).some(({ row }) => row?.state === 'STATE_INIT'),
    ),
  }),
};
