import { withheldExclusion } from '../exclusion.ts';

/** MsgDeposit in a proposal. */
export const governanceDeposits = withheldExclusion({
  name: 'governance-deposits',
  notDrawn: 'deposits of governance on a proposal',
  deviation: 'live-blockchain',
});
