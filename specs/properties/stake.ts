import type { RetiredProperty } from '../property.ts';

/** Bond-Based Consumer Voting Power (SM §System Properties). */
export const bondBasedConsumerVotingPower: RetiredProperty = {
  name: 'bond-based-consumer-voting-power',
  statement:
    "The power that a validator uses on a consumer stays backed by stake that can be slashed until the consumer's " +
    'unbonding period is over.',
  kind: 'safety',
  group: 'stake',
  source: 'SM §System Properties',
  unless: 'ccv-no-maturity-packets',
  status: 'does not apply',
  retiredBy:
    'ADR-018: the provider holds no unbondings, so stake may be free while a consumer that hears late still counts on it',
};
