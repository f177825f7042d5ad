import { powerShaping } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** Whoever has the least stake may validate (ADR-017). */
export const leastStakeNotEnough: Fault = {
  name: 'least-stake-not-enough',
  describes: 'A validator needs one token more than the least stake.',
  shownBy: 'power-shaping',
  bend: bendReading(powerShaping, (row) => (row.min_stake === 0n ? row : { ...row, min_stake: row.min_stake + 1n })),
};
