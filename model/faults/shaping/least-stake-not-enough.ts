import { powerShaping } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** A validator needs at least the minimum stake (ADR-017). */
export const leastStakeNotEnough: Fault = {
  name: 'least-stake-not-enough',
  describes: 'A validator needs one token more than the minimum stake of the consumer.',
  shownBy: 'power-shaping',
  mutation: mutateReading(powerShaping, (row) =>
    row.min_stake === 0n ? row : { ...row, min_stake: row.min_stake + 1n },
  ),
};
