import { SINGLETON } from '../../../specs/key.ts';
import type { RowView } from '../../../specs/rows.ts';
import { accrued, coinsOf } from '../../../specs/history/accrued.ts';
import {
  accumulatedCommissions,
  distributionParams,
  feePool,
  outstandingRewards,
  startingInfos,
  withdrawAddresses,
} from '../../../specs/tables/distribution.ts';
import { minter } from '../../../specs/tables/mint.ts';
import { bech32 } from '../../../model/bech32.ts';
import { askEach, askOnce, queryCheck, type AskedChain, type Question } from './query-check.ts';

const SERVICE = 'cosmos.distribution.v1beta1.Query';

/** Queries of the modules that share and mint fees, which only the provider has. */
export const distributionQueries = [
  queryCheck(SERVICE, 'Params', ['params'], (rows) =>
    askOnce(rows.row(distributionParams, SINGLETON), (params) => ({ params })),
  ),
  queryCheck(SERVICE, 'CommunityPool', ['pool'], (rows) =>
    askOnce(rows.row(feePool, SINGLETON), ({ community_pool }) => ({ pool: community_pool })),
  ),
  queryCheck(SERVICE, 'ValidatorOutstandingRewards', ['rewards'], (rows, chain) =>
    askEach(rows.rows(outstandingRewards), (operator, rewards) => ({
      request: { validator_address: operatorText(chain, operator) },
      answer: { rewards },
    })),
  ),
  queryCheck(SERVICE, 'ValidatorCommission', ['commission'], (rows, chain) =>
    askEach(rows.rows(accumulatedCommissions), (operator, commission) => ({
      request: { validator_address: operatorText(chain, operator) },
      answer: { commission },
    })),
  ),
  queryCheck(SERVICE, 'DelegatorWithdrawAddress', ['withdraw_address'], (rows, { bech32Prefix }) =>
    askEach(rows.rows(withdrawAddresses), (delegator, receiver) => ({
      request: { delegator_address: bech32(bech32Prefix, delegator) },
      answer: { withdraw_address: bech32(bech32Prefix, receiver) },
    })),
  ),
  queryCheck(SERVICE, 'DelegationRewards', ['rewards'], delegationRewards),
  queryCheck('cosmos.mint.v1beta1.Query', 'Inflation', ['inflation'], (rows) =>
    askOnce(rows.row(minter, SINGLETON), ({ inflation }) => ({ inflation })),
  ),
];

/** What each delegation has earned and not withdrawn. In the block in which it began that is nothing. */
function delegationRewards(rows: RowView, chain: AskedChain): Question[] {
  return askEach(rows.rows(startingInfos), (key, start) => {
    const [operator = '', delegator = ''] = key.split('/');
    return {
      request: {
        delegator_address: bech32(chain.bech32Prefix, delegator),
        validator_address: operatorText(chain, operator),
      },
      answer: { rewards: start.height === chain.height ? [] : coinsOf(accrued(rows, { delegator, operator, start })) },
    };
  });
}

function operatorText({ bech32Prefix }: AskedChain, operator: string): string {
  return bech32(`${bech32Prefix}valoper`, operator);
}
