import { consumerOwners } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** An owner can give a consumer away (ADR-019). */
export const newOwnerIgnored: Fault = {
  name: 'new-owner-ignored',
  describes: 'A consumer that is given away stays with its owner.',
  shownBy: 'owner-only',
  bend: bendRow(consumerOwners, (row, before) => before ?? row),
};
