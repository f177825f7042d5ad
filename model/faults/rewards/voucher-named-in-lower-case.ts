import { denomMetadata } from '../../../specs/tables/bank.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The symbol of a voucher is its denomination in upper case (bank metadata). */
export const voucherNamedInLowerCase: Fault = {
  name: 'voucher-named-in-lower-case',
  describes: 'The symbol of a voucher is in lower case.',
  shownBy: 'rewards-paid',
  mutation: mutateRow(denomMetadata, (row) => ({ ...row, symbol: row.symbol.toLowerCase() })),
};
