import { denomMetadata } from '../../../specs/tables/bank.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The symbol of a voucher is the name of its denomination in upper case (bank metadata). */
export const voucherNamedInLowerCase: Fault = {
  name: 'voucher-named-in-lower-case',
  describes: 'The symbol of a voucher is in lower case.',
  shownBy: 'rewards-paid',
  bend: bendRow(denomMetadata, (row) => ({ ...row, symbol: row.symbol.toLowerCase() })),
};
