import type { OpenProperty } from '../property.ts';

/** Bond-Based Consumer Voting Power (SM §System Properties). */
export const bondBasedConsumerVotingPower: OpenProperty = {
  name: 'bond-based-consumer-voting-power',
  statement:
    "The power that a validator uses on a consumer stays backed by stake that can be slashed until the consumer's " +
    'unbonding period is over.',
  kind: 'safety',
  group: 'stake',
  source: 'SM §System Properties',
  touches: { provider: ['staking/unbonding-delegations', 'staking/redelegations', 'staking/validators'] },
  appliesTo:
    'releases that hold unbondings for consumers; without VSCMatured (ADR-018) only while a set reaches its consumer ' +
    'sooner than the unbonding periods differ, and never under a power cap',
  status: 'not yet',
};
