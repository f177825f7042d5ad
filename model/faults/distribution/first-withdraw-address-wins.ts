import { withdrawAddresses } from '../../../specs/tables/distribution.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Rewards go to the withdraw address that the delegator set last (SDK, `MsgSetWithdrawAddress`). */
export const firstWithdrawAddressWins: Fault = {
  name: 'first-withdraw-address-wins',
  describes: 'A delegator that has set a withdraw address cannot change it.',
  shownBy: 'rewards-sent-elsewhere',
  mutation: mutateRow(withdrawAddresses, (row, before) => before ?? row),
};
