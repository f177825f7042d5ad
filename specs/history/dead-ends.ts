import { SINGLETON } from '../key.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { moduleAddress } from '../module-address.ts';
import { balances } from '../tables/bank.ts';
import { distributionParams } from '../tables/distribution.ts';

const KEPT = `${moduleAddress('cons_redistribute')}/`;
const TRANSFERS = `${moduleAddress('transfer')}/`;

/** Whether a consumer kept fees although no module on it distributes them. */
export function holdsKeptFees(event: HistoryEvent): boolean {
  return event.kind === 'consumer' && event.view.row(distributionParams, SINGLETON) === undefined && got(event, KEPT);
}

/** Whether the account of the transfer module got coins: neither a user nor a module spends from it. */
export function holdsTransfers(event: HistoryEvent): boolean {
  return got(event, TRANSFERS);
}

function got(event: HistoryEvent, account: string): boolean {
  return changesOf(event, balances).some(({ key, row = 0n }) => row > 0n && key.startsWith(account));
}
