import { delegations } from '../../../specs/tables/staking/delegation.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Shares have 18 decimals: after a slash a token buys a fraction more than one share (SDK, `Delegation`). */
export const sharesCutToWhole: Fault = {
  name: 'shares-cut-to-whole',
  describes: 'A delegation has whole shares only.',
  shownBy: 'downtime',
  bend: bendRow(delegations, (row) => ({ ...row, shares: row.shares - (row.shares % 10n ** 18n) })),
};
