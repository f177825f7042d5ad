import { previouslySovereign } from '../../../specs/tables/consumer.ts';
import type { Fault } from '../fault.ts';

/** The validators of a standalone chain lose their power at the changeover (ADR-010). */
export const oldValidatorsKeepPower: Fault = {
  name: 'old-validators-keep-power',
  describes: 'The validators of a standalone chain keep their power when the chain becomes a consumer.',
  needs: 'changeover',
  shownBy: 'changes-over',
  mutation: {
    show(observation) {
      const changesOver = observation.changes.some(({ table }) => table === previouslySovereign.name);
      if (!changesOver) return observation;
      return { ...observation, validatorUpdates: observation.validatorUpdates.filter(({ power }) => power > 0n) };
    },
  },
};
