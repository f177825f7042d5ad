import type { Deviation } from '../deviation.ts';
import { onSovereign, refused } from '../witness.ts';

/** Which clients a standalone chain can have before its changeover (ADR-010). */
export const sovereignWithoutClients: Deviation = {
  name: 'sovereign-without-clients',
  describes:
    'A standalone chain should be able to have clients of other chains, so that it can reuse a connection at its changeover. The standalone program of the releases has no light client module and refuses every client.',
  breaks: 'ICS-028 overview, Channel Initialization: Existing Chains; ICS-02',
  source: 'observed: MsgCreateClient is refused because there is no route; app/sovereign/app.go adds none',
  appliesTo: 'sovereign programs with the feature ibc-no-light-clients',
  needs: 'ibc-no-light-clients',
  trace: 'changes-over-connected',
  watch: () => ({
    sees: onSovereign((event) => refused(event, '/ibc.core.client.v1.MsgCreateClient', 'client', 32)),
  }),
};
