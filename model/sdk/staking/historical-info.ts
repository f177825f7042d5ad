import { historicalInfo } from '../../../specs/tables/staking/chain.ts';
import type { ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import type { Context } from '../../context.ts';
import { historicalHeader } from '../historical-header.ts';
import { lastOperators } from './last-set.ts';
import { stakingParamsOf } from './params.ts';
import { consensusAddressOf, powerOf, validatorAt } from './validators.ts';

/**
 * Keeps what the chain knows of the block that begins, with the validators of the last set in the order of CometBFT,
 * and forgets what is older than `historical_entries` blocks (SDK, `TrackHistoricalInfo`).
 */
export function trackHistoricalInfo(context: Context): void {
  const { draft, block } = context;
  const { historical_entries } = stakingParamsOf(context);
  for (let height = block.height - BigInt(historical_entries); height >= 0n; height--) {
    if (!draft.has(historicalInfo, height.toString())) break;
    draft.delete(historicalInfo, height.toString());
  }
  if (historical_entries === 0) return;
  const valset = lastOperators(context).map((operator) => validatorAt(context, operator));
  valset.sort(byPower);
  draft.set(historicalInfo, block.height.toString(), { header: historicalHeader(block), valset });
}

function byPower(a: ValidatorRow, b: ValidatorRow): number {
  const powers = [powerOf(a.tokens), powerOf(b.tokens)] as const;
  return (
    Number(powers[1] > powers[0]) - Number(powers[1] < powers[0]) ||
    (consensusAddressOf(a) < consensusAddressOf(b) ? -1 : 1)
  );
}
