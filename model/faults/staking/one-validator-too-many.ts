import { stakingParams } from '../../../specs/tables/staking/chain.ts';
import { bendReading, type Fault } from '../fault.ts';

/** The `max_validators` most powerful are bonded (SDK, staking parameters). */
export const oneValidatorTooMany: Fault = {
  name: 'one-validator-too-many',
  describes: 'One more validator is bonded than the parameters allow.',
  shownBy: 'power-ties',
  bend: bendReading(stakingParams, (row) => ({ ...row, max_validators: row.max_validators + 1 })),
};
