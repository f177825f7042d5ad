import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { rewardsAllocations } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Which account consumers send rewards to (ICS-028 DS, `providerDistributionAccount`; ME [CCV-PCF-COTRY.1]). */
export const rewardsWaitInPool: Deviation = {
  name: 'rewards-wait-in-pool',
  describes:
    'A consumer should send its rewards to the account of the distribution module, which distributes them like fees. In the releases a consumer sends them to a rewards pool, and the provider module pays them out in a later block.',
  breaks: 'ICS-028 DS §CCV State (providerDistributionAccount), SM §Reward Distribution',
  source: 'ADR-015; observed: what the provider allocates when rewards arrive',
  appliesTo: 'all releases',
  trace: 'rewards-paid',
  watch: () => ({
    sees: onProvider((event) => changesOf(event, rewardsAllocations).some(({ row }) => row !== undefined)),
  }),
};
