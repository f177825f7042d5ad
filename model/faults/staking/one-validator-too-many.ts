import { stakingParams } from '../../../specs/tables/staking/chain.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** The `max_validators` most powerful validators are bonded (SDK, staking parameters). */
export const oneValidatorTooMany: Fault = {
  name: 'one-validator-too-many',
  describes: 'One validator more than the parameters allow is bonded.',
  shownBy: 'power-ties',
  mutation: mutateReading(stakingParams, (row) => ({ ...row, max_validators: row.max_validators + 1 })),
};
