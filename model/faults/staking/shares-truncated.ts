import { delegations } from '../../../specs/tables/staking/delegation.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Shares have 18 decimals: after a slash a token buys a fraction more than one share (SDK, `Delegation`). */
export const sharesTruncated: Fault = {
  name: 'shares-truncated',
  describes: 'The shares of a delegation are truncated to whole numbers.',
  shownBy: 'downtime',
  mutation: mutateRow(delegations, (row) => ({ ...row, shares: row.shares - (row.shares % 10n ** 18n) })),
};
