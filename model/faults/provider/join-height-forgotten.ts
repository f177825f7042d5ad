import { consumerValidators } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The join height of a consumer validator decides when rewards are due, and does not change with its power (ADR-015). */
export const joinHeightForgotten: Fault = {
  name: 'join-height-forgotten',
  describes: "A validator's join height becomes 0 when its power changes.",
  shownBy: 'delegation-reaches-consumer',
  mutation: mutateRow(consumerValidators, (row, before) =>
    before !== undefined && before.power !== row.power ? { ...row, join_height: 0n } : row,
  ),
};
