import { consumerOwners } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** An owner can transfer a consumer (ADR-019). */
export const newOwnerIgnored: Fault = {
  name: 'new-owner-ignored',
  describes: 'A consumer keeps its owner when the owner transfers it.',
  shownBy: 'owner-only',
  mutation: mutateRow(consumerOwners, (row, before) => before ?? row),
};
