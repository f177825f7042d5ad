import { previouslySovereign } from '../../../specs/tables/consumer.ts';
import type { Fault } from '../fault.ts';

/** Who signed for a chain on its own loses the power at the changeover (ADR-010). */
export const oldValidatorsKeepPower: Fault = {
  name: 'old-validators-keep-power',
  describes: 'Whoever signed for a chain on its own goes on to do so when it has become a consumer.',
  needs: 'changeover',
  shownBy: 'changes-over',
  bend: {
    show(observation) {
      const changesOver = observation.changes.some(({ table }) => table === previouslySovereign.name);
      if (!changesOver) return observation;
      return { ...observation, validatorUpdates: observation.validatorUpdates.filter(({ power }) => power > 0n) };
    },
  },
};
