import type { Deviation } from '../deviation.ts';
import { Allocations, payments } from '../history/allocations.ts';
import { Earnings } from '../history/earnings.ts';
import { VOUCHER } from '../traced-denom.ts';
import type { Watch } from '../witness.ts';

/** What rounding loses when rewards are distributed (SM §System Properties, Consumer Rewards Distribution). */
export const sharesLeaveDust: Deviation = {
  name: 'shares-leave-dust',
  describes:
    'All distributed rewards should be earned by somebody. The releases truncate each share, and the remainder stays in the distribution module without an owner.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution)',
  source: 'observed: what was paid, and by how much the rewards of validators and the community pool grew',
  appliesTo: 'all releases',
  trace: 'rewards-paid',
  watch(): Watch {
    const allocations = new Allocations();
    const earnings = new Earnings();
    return {
      sees(event) {
        if (event.kind !== 'provider') return false;
        const earned = earnings.observe(event);
        return payments(allocations.observe(event)).some(
          ({ denom, before, after }) =>
            denom.startsWith(VOUCHER) && earned.has(denom) && before - after > (earned.get(denom) ?? 0n),
        );
      },
    };
  },
};
