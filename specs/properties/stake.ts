import type { RetiredProperty } from '../property.ts';

/** Bond-Based Consumer Voting Power (SM §System Properties). */
export const bondBasedConsumerVotingPower: RetiredProperty = {
  name: 'bond-based-consumer-voting-power',
  statement:
    "The power that a validator has on a consumer stays backed by slashable stake until the consumer's unbonding " +
    'period is over.',
  kind: 'safety',
  group: 'stake',
  source: 'SM §System Properties',
  unless: 'ccv-no-maturity-packets',
  status: 'does not apply',
  retiredBy:
    'ADR-018: unbonding does not wait for consumers, so stake can be free while a consumer that gets a late VSC still counts it',
};
