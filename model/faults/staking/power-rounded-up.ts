import { lastValidatorPowers, validators } from '../../../specs/tables/staking/validator.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Power is tokens divided by 10^6 without the rest (SDK, power reduction). */
export const powerRoundedUp: Fault = {
  name: 'power-rounded-up',
  describes: 'A rest of tokens counts as a whole unit of power.',
  shownBy: 'power-ties',
  bend: bendRow(lastValidatorPowers, ({ value }, _before, operator, draft) => {
    const rest = (draft.get(validators, operator)?.tokens ?? 0n) % 1_000_000n;
    return { value: rest > 0n ? value + 1n : value };
  }),
};
