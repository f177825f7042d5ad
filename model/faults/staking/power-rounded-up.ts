import { lastValidatorPowers, validators } from '../../../specs/tables/staking/validator.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Power is tokens divided by 10^6, rounded down (SDK, power reduction). */
export const powerRoundedUp: Fault = {
  name: 'power-rounded-up',
  describes: "A validator's power is rounded up.",
  shownBy: 'power-ties',
  mutation: mutateRow(lastValidatorPowers, ({ value }, _before, operator, draft) => {
    const rest = (draft.get(validators, operator)?.tokens ?? 0n) % 1_000_000n;
    return { value: rest > 0n ? value + 1n : value };
  }),
};
