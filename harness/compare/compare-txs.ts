import type { TxResult } from '../../specs/block.ts';
import type { Value } from '../../specs/value.ts';
import type { Difference } from './difference.ts';

/** The differences in what the transactions of a block answered: codespace and code, in order. */
export function compareTxs(expected: readonly TxResult[], observed: readonly TxResult[]): Difference[] {
  const differences: Difference[] = [];
  for (let i = 0; i < Math.max(expected.length, observed.length); i++) {
    const mine = expected[i];
    const theirs = observed[i];
    if (mine?.code === theirs?.code && mine?.codespace === theirs?.codespace) continue;
    differences.push({ kind: 'tx-code', path: ['txs', String(i)], expected: plain(mine), observed: plain(theirs) });
  }
  return differences;
}

function plain(result: TxResult | undefined): Value | undefined {
  return result && { codespace: result.codespace, code: result.code };
}
