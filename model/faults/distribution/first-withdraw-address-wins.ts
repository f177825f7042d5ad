import { withdrawAddresses } from '../../../specs/tables/distribution.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Rewards go to the address that the delegator named last (SDK, `MsgSetWithdrawAddress`). */
export const firstWithdrawAddressWins: Fault = {
  name: 'first-withdraw-address-wins',
  describes: 'A delegator that has named an address for its rewards cannot name another one.',
  shownBy: 'rewards-sent-elsewhere',
  bend: bendRow(withdrawAddresses, (row, before) => before ?? row),
};
