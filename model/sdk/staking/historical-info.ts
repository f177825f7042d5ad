import { historicalInfo } from '../../../specs/tables/staking/chain.ts';
import type { ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import { descending } from '../../../specs/order.ts';
import type { Context } from '../../context.ts';
import { keepHistoricalInfo } from '../historical-info.ts';
import { lastOperators } from './last-set.ts';
import { stakingParamsOf } from './params.ts';
import { consensusAddressOf, powerOf, validatorAt } from './validators.ts';

/** Stores the header of the block with the validators of the last set, in the order of CometBFT. */
export function trackHistoricalInfo(context: Context): void {
  keepHistoricalInfo(context, historicalInfo, BigInt(stakingParamsOf(context).historical_entries), () =>
    lastOperators(context)
      .map((operator) => validatorAt(context, operator))
      .toSorted(byPower),
  );
}

function byPower(a: ValidatorRow, b: ValidatorRow): number {
  return descending(powerOf(a.tokens), powerOf(b.tokens)) || (consensusAddressOf(a) < consensusAddressOf(b) ? -1 : 1);
}
