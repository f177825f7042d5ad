import { denomHolders } from '../../../specs/tables/bank.ts';
import { keepRow, type Fault } from '../fault.ts';

/** Only accounts with a balance are holders of a denomination (SDK, bank). */
export const emptyHolderListed: Fault = {
  name: 'empty-holder-listed',
  describes: "An account without a balance stays in the index of the denomination's holders.",
  shownBy: 'opening',
  mutation: keepRow(denomHolders),
};
