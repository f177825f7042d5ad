import type { OpenProperty } from '../property.ts';

const open = { group: 'rewards', status: 'not yet', appliesTo: 'all releases' } as const;

/** Consumer Rewards Distribution (SM §System Properties). */
export const consumerRewardsDistribution: OpenProperty = {
  ...open,
  name: 'consumer-rewards-distribution',
  statement: 'What a consumer sends as rewards is escrowed there, minted on the provider and paid to its validators.',
  kind: 'safety and liveness',
  source: 'SM §System Properties',
  touches: {
    provider: ['provider/rewards-allocations', 'provider/consumer-reward-denoms', 'provider/allowlisted-reward-denoms'],
  },
  altered: 'with partial set security only the validators of that consumer are paid (ADR-015)',
};

/** Distribution Liveness (SM §Reward Distribution). */
export const distributionLiveness: OpenProperty = {
  ...open,
  name: 'distribution-liveness',
  statement: 'Rewards that a consumer sends arrive, or are sent again after they came back.',
  kind: 'liveness',
  source: 'SM §Reward Distribution',
  touches: { consumer: ['sent-packets/transfer', 'ccvconsumer/last-transmission'] },
};
