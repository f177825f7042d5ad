import type { ConsumerId, Denom } from '../../key.ts';
import { table } from '../../table.ts';
import type { Dec, Hex } from '../../value.ts';

/** The store of the CCV provider module; here, the rewards from consumers (ICS-028 §Reward Distribution). */
const store = 'provider';
const consumerId = { as: 'lp64text' } as const;
const type = (message: string) => ({ as: 'proto', type: `interchain_security.ccv.provider.v1.${message}` }) as const;

/** By denomination: the denominations that governance allows for all consumers; the value is empty. */
export const consumerRewardDenoms = table<Hex, [denom: Denom]>({
  name: `${store}/consumer-reward-denoms`,
  store,
  prefix: '1b',
  key: [{ as: 'text' }],
  value: { as: 'hex' },
});

/** By consumer id: the denominations that its owner allows. */
export const allowlistedRewardDenoms = table<{ readonly denoms: readonly string[] }, [consumerId: ConsumerId]>({
  name: `${store}/allowlisted-reward-denoms`,
  store,
  prefix: '36',
  key: [consumerId],
  value: type('AllowlistedRewardDenoms'),
});

/** By `{consumer id}/{denomination}`: rewards that the consumer has paid and the provider has not distributed. */
export const rewardsAllocations = table<
  {
    readonly rewards: readonly { readonly denom: string; readonly amount: Dec }[];
  },
  [consumerId: ConsumerId, denom: Denom]
>({
  name: `${store}/rewards-allocations`,
  store,
  prefix: '37',
  key: [consumerId, { as: 'text' }],
  value: type('ConsumerRewardsAllocation'),
});
