import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { connections } from '../tables/ibc/connection.ts';
import { onConsumer, succeeded } from '../witness.ts';

/** Who begins the handshakes (ICS-028 ME [CCV-CCF-INITG.1]). */
export const handshakeBegunByRelayer: Deviation = {
  name: 'handshake-begun-by-relayer',
  describes:
    'A consumer should begin the handshakes of its connection and of its CCV channel in its genesis; the releases leave both to whoever sends the first message.',
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
