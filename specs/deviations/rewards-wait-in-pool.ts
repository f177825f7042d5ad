import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { rewardsAllocations } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Where rewards go on the provider (ICS-028 DS, `providerDistributionAccount`; ME [CCV-PCF-COTRY.1]). */
export const rewardsWaitInPool: Deviation = {
  name: 'rewards-wait-in-pool',
  describes:
    'The rewards of a consumer should be sent to the account of the distribution module, which shares them like any others; the releases give the consumer the address of a pool, and the provider module itself pays out of it in a later block.',
  breaks: 'ICS-028 DS §CCV State (providerDistributionAccount), SM §Reward Distribution',
  source: 'ADR-015; observed: what the provider writes down when rewards arrive',
  appliesTo: 'all releases',
  trace: 'rewards-paid',
  watch: () => ({
    sees: onProvider((event) => changesOf(event, rewardsAllocations).some(({ row }) => row !== undefined)),
  }),
};
