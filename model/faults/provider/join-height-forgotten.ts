import { consumerValidators } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The height says since when rewards are due, whatever the power does (ADR-015). */
export const joinHeightForgotten: Fault = {
  name: 'join-height-forgotten',
  describes: 'A validator whose power changes loses the height at which it joined a consumer.',
  shownBy: 'delegation-reaches-consumer',
  bend: bendRow(consumerValidators, (row, before) =>
    before !== undefined && before.power !== row.power ? { ...row, join_height: 0n } : row,
  ),
};
