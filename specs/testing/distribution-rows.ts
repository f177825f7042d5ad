import { SINGLETON } from '../key.ts';
import type { RowChange } from '../block.ts';
import { moduleAddress } from '../module-address.ts';
import {
  accumulatedCommissions,
  currentRewards,
  feePool,
  historicalRewards,
  outstandingRewards,
  slashEvents,
  startingInfos,
  type DecCoin,
} from '../tables/distribution.ts';
import { balances, supply } from '../tables/bank.ts';
import { minter, mintParams, type MintParamsRow } from '../tables/mint.ts';
import { delegations } from '../tables/staking/delegation.ts';
import { validators } from '../tables/staking/validator.ts';
import { ONE, type Hex } from '../value.ts';
import { staked } from './provider-rows.ts';
import { drop, put } from './story.ts';

/** The account of the distribution module. */
export const DISTRIBUTION = moduleAddress('distribution');

/** An amount of the staking token in thousandths, so that tests can use fractions. */
export function thousandths(amount: number, denom = 'stake'): DecCoin[] {
  return amount === 0 ? [] : [{ denom, amount: (BigInt(amount) * ONE) / 1000n }];
}

/** A balance. */
export function holds(address: Hex, amount: number, denom = 'stake'): RowChange {
  return amount === 0
    ? drop(balances, balances.key(address, denom))
    : put(balances, balances.key(address, denom), BigInt(amount));
}

/** The supply of a denomination. */
export function supplied(amount: number, denom = 'stake'): RowChange {
  return put(supply, denom, BigInt(amount));
}

/** The community pool, in thousandths. */
export function community(amount: number): RowChange {
  return put(feePool, SINGLETON, { community_pool: thousandths(amount) });
}

/** The outstanding rewards of a validator, in thousandths. */
export function owes(operator: Hex, amount: number): RowChange {
  return put(outstandingRewards, operator, { rewards: thousandths(amount) });
}

/** The accumulated commission of a validator, in thousandths. */
export function commission(operator: Hex, amount: number): RowChange {
  return put(accumulatedCommissions, operator, { commission: thousandths(amount) });
}

/** A validator with as many shares as tokens, and one delegation with all of them. */
export function delegated(operator: Hex, delegator: Hex, tokens: number): readonly RowChange[] {
  const shares = BigInt(tokens) * ONE;
  return [
    put(validators, operator, staked(operator, 0, { tokens: BigInt(tokens), delegator_shares: shares })),
    put(delegations, delegations.key(delegator, operator), { delegator_address: '', validator_address: '', shares }),
  ];
}

/** A delegation that earns from the end of a period on. */
export function earns(operator: Hex, delegator: Hex, stake: number, period: number, height = 1): RowChange {
  return put(startingInfos, startingInfos.key(operator, delegator), {
    previous_period: BigInt(period),
    stake: BigInt(stake) * ONE,
    height: BigInt(height),
  });
}

/** What a token had earned at the end of a period, in thousandths, and the reference count of the period. */
export function period(operator: Hex, number: number, ratio: number, references = 1): RowChange {
  return put(historicalRewards, historicalRewards.key(operator, BigInt(number)), {
    cumulative_reward_ratio: thousandths(ratio),
    reference_count: references,
  });
}

/** A period that is no longer stored. */
export function periodOver(operator: Hex, number: number): RowChange {
  return drop(historicalRewards, historicalRewards.key(operator, BigInt(number)));
}

/** The current period of a validator, and what its delegators have earned in it, in thousandths. */
export function running(operator: Hex, number: number, rewards = 0): RowChange {
  return put(currentRewards, operator, { rewards: thousandths(rewards), period: BigInt(number) });
}

/** A slash of a part of the stake, in thousandths, at the end of a period. */
export function slashedAt(operator: Hex, height: number, number: number, part: number): RowChange {
  return put(slashEvents, slashEvents.key(operator, BigInt(height), BigInt(number)), {
    validator_period: BigInt(number),
    fraction: (BigInt(part) * ONE) / 1000n,
  });
}

/** The annual provisions of inflation; a year has ten blocks. */
export function mints(perYear: number): readonly RowChange[] {
  const params: Partial<MintParamsRow> = { mint_denom: 'stake', blocks_per_year: 10n };
  return [
    put(mintParams, SINGLETON, params as MintParamsRow),
    put(minter, SINGLETON, { inflation: 0n, annual_provisions: BigInt(perYear) * ONE }),
  ];
}
