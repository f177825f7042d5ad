import { withheldExclusion } from '../exclusion.ts';

/** MsgDeposit in a proposal. */
export const governanceDeposits = withheldExclusion({
  name: 'governance-deposits',
  notDrawn: 'proposals with a MsgDeposit from the governance account',
  deviation: 'live-blockchain',
});
