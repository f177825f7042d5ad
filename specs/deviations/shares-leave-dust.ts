import type { Deviation } from '../deviation.ts';
import { Allocations, payments } from '../history/allocations.ts';
import { Earnings } from '../history/earnings.ts';
import { VOUCHER } from '../traced-denom.ts';
import type { Watch } from '../witness.ts';

/** What is lost when rewards are shared (SM §System Properties, Consumer Rewards Distribution). */
export const sharesLeaveDust: Deviation = {
  name: 'shares-leave-dust',
  describes:
    'The rewards that are shared should all be earned; the releases cut each share after its last digit, and what is left of all of them stays with the distribution module, where it belongs to nobody.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution)',
  source: 'observed: what was paid, and what validators and the community have earned by it',
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
