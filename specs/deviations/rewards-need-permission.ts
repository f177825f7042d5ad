import type { Deviation } from '../deviation.ts';
import { Allocations, WHOLE } from '../history/allocations.ts';
import type { Watch } from '../witness.ts';

/** Which denominations of rewards are paid (SM §System Properties, Consumer Rewards Distribution). */
export const rewardsNeedPermission: Deviation = {
  name: 'rewards-need-permission',
  describes:
    'All rewards that arrive should be paid. The releases pay only denominations that governance or the owner of the consumer has allowed. Rewards in other denominations wait until their denomination is allowed.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution)',
  source: 'observed: rewards that wait for MsgChangeRewardDenoms or MsgUpdateConsumer (allowlisted_reward_denoms)',
  appliesTo: 'all releases',
  trace: 'rewards-paid',
  watch(): Watch {
    const allocations = new Allocations();
    return {
      sees(event) {
        if (event.event !== 'block' || event.kind !== 'provider') return false;
        const waited = new Set(
          [...allocations.entries()].flatMap(([key, amount]) => (amount < 2n * WHOLE ? [] : [key])),
        );
        for (const { consumerId, denom } of allocations.observe(event)) waited.delete(`${consumerId}/${denom}`);
        return waited.size > 0;
      },
    };
  },
};
