import type { Deviation } from '../deviation.ts';
import { onSovereign, refused } from '../witness.ts';

/** What a chain that lives on its own can bring along to its changeover (ADR-010). */
export const sovereignWithoutClients: Deviation = {
  name: 'sovereign-without-clients',
  describes:
    'A chain that lives on its own should be able to have clients of other chains, over whose connections it becomes a consumer; that of the releases has no light client and refuses every one.',
  breaks: 'ICS-028 overview, Channel Initialization: Existing Chains; ICS-02',
  source: 'observed: MsgCreateClient is refused as without a route; app/sovereign/app.go adds none',
  appliesTo: 'sovereign programs with the feature ibc-no-light-clients',
  needs: 'ibc-no-light-clients',
  trace: 'changes-over-connected',
  watch: () => ({
    sees: onSovereign((event) => refused(event, '/ibc.core.client.v1.MsgCreateClient', 'client', 32)),
  }),
};
