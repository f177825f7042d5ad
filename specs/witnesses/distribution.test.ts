import { SINGLETON } from '../key.ts';
import type { RowChange } from '../block.ts';
import { accounts, type BaseAccountRow } from '../tables/auth.ts';
import {
  distributionParams,
  outstandingRewards,
  startingInfos,
  withdrawAddresses,
  type DistributionParamsRow,
} from '../tables/distribution.ts';
import { validators, type ValidatorRow } from '../tables/staking/validator.ts';
import {
  commission,
  community,
  earns,
  holds,
  mints,
  owes,
  running,
  slashedAt,
  thousandths,
} from '../testing/distribution-rows.ts';
import { staked } from '../testing/provider-rows.ts';
import { drop, put, type Happening } from '../testing/story.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { ONE } from '../value.ts';
import { DISTRIBUTION_WITNESSES } from './distribution.ts';

const DISTRIBUTION = '/cosmos.distribution.v1beta1';
const WITHDRAW = `${DISTRIBUTION}.MsgWithdrawDelegatorReward`;
const COMMISSION = `${DISTRIBUTION}.MsgWithdrawValidatorCommission`;
const SET_ADDRESS = `${DISTRIBUTION}.MsgSetWithdrawAddress`;
const FUND = `${DISTRIBUTION}.MsgFundCommunityPool`;
const DEPOSIT = `${DISTRIBUTION}.MsgDepositValidatorRewardsPool`;
const UPDATE = `${DISTRIBUTION}.MsgUpdateParams`;
const DELEGATE = '/cosmos.staking.v1beta1.MsgDelegate';

const pays = (denoms: readonly string[], codespace = '', code = 0, rows: readonly RowChange[] = []): Happening => ({
  txs: [
    {
      message: { '@type': '/cosmos.bank.v1beta1.MsgSend' },
      result: { codespace, code },
      signer: 'aa',
      fee: denoms.map((denom) => ({ denom, amount: 5n })),
    },
  ],
  rows,
});
const sequence = put(accounts, 'aa', { sequence: 1n } as BaseAccountRow);
const tax = (community_tax: bigint) => put(distributionParams, SINGLETON, { community_tax } as DistributionParamsRow);
const charging = (rate: bigint): RowChange => {
  const rates = { rate, max_rate: ONE, max_change_rate: ONE };
  const row: Partial<ValidatorRow> = { commission: { commission_rates: rates, update_time: 0n } };
  return put(validators, 'aa', staked('aa', 5, row));
};
const withdraws = (delegator: string) => ({
  message: { '@type': WITHDRAW, delegator_address: delegator, validator_address: 'aa' },
});
const empty = (tokens: bigint): RowChange => put(validators, 'aa', staked('aa', 0, { tokens }));

testWitnesses(DISTRIBUTION_WITNESSES, {
  'fee-paid': { yes: provider(pays(['stake'])), no: provider(pays([]), pays(['stake'], 'sdk', 5)) },
  'fee-of-several-denominations': { yes: provider(pays(['atom', 'stake'])), no: provider(pays(['stake'])) },
  'fee-refused-for-funds': {
    yes: provider(pays(['stake'], 'sdk', 5)),
    no: provider(pays(['stake'], 'sdk', 5, [sequence])),
  },
  'malformed-fee-refused': { yes: provider(pays(['stake'], 'sdk', 13)), no: provider(pays(['stake'], 'sdk', 5)) },
  'fee-charged-for-failed-message': {
    yes: provider(pays(['stake'], 'sdk', 5, [sequence])),
    no: provider(pays(['stake'], 'sdk', 5)),
  },
  'community-gets-fractions': { yes: provider({ rows: [community(1)] }), no: provider({ rows: [community(1_000)] }) },
  'community-gets-everything': {
    yes: provider({ rows: [tax(ONE)] }, { rows: [community(1)] }),
    no: provider({ rows: [tax(ONE / 2n)] }, { rows: [community(1)] }),
  },
  'community-gets-no-tax': {
    yes: provider({ rows: [tax(0n)] }, { rows: [owes('aa', 1)] }),
    no: provider({ rows: [tax(1n)] }, { rows: [owes('aa', 1)] }),
  },
  'several-denominations-owed': {
    yes: provider({
      rows: [put(outstandingRewards, 'aa', { rewards: [...thousandths(1, 'atom'), ...thousandths(1)] })],
    }),
    no: provider({ rows: [owes('aa', 5)] }),
  },
  'earned-with-full-commission': {
    yes: provider({ rows: [charging(ONE), commission('aa', 5)] }),
    no: provider({ rows: [charging(ONE / 2n), commission('aa', 5)] }),
  },
  'earned-without-commission': {
    yes: provider({ rows: [charging(0n), running('aa', 2, 5)] }),
    no: provider({ rows: [charging(0n), running('aa', 2)] }),
  },
  'rewards-withdrawn': { yes: provider(sends(WITHDRAW)), no: provider(sends(WITHDRAW, 'staking/3')) },
  'withdrawn-twice-in-a-block': {
    yes: provider({ txs: [withdraws('dd'), withdraws('dd')] }),
    no: provider({ txs: [withdraws('dd'), withdraws('ee')] }, { txs: [withdraws('dd')] }),
  },
  'rewards-without-delegation-refused': {
    yes: provider(sends(WITHDRAW, 'staking/19')),
    no: provider(sends(WITHDRAW, 'staking/3')),
  },
  'rewards-paid-as-stake-moves': {
    yes: provider({ rows: [owes('aa', 5)] }, { ...sends(DELEGATE), rows: [owes('aa', 4)] }),
    no: provider({ rows: [owes('aa', 5)] }, { ...sends(WITHDRAW), rows: [owes('aa', 4)] }),
  },
  'rewards-paid-between-transactions': {
    yes: provider({ rows: [owes('aa', 5)] }, { rows: [owes('aa', 4)] }),
    no: provider({ rows: [owes('aa', 5)] }, { rows: [owes('aa', 6)] }, { ...sends(DELEGATE), rows: [owes('aa', 4)] }),
  },
  'rewards-settled-across-a-slash': {
    yes: provider({ rows: [earns('aa', 'dd', 9, 1)] }, { rows: [slashedAt('aa', 2, 2, 10), earns('aa', 'dd', 9, 3)] }),
    no: provider(
      { rows: [earns('aa', 'dd', 9, 2)] },
      { rows: [slashedAt('aa', 2, 2, 10), drop(startingInfos, startingInfos.key('aa', 'dd'))] },
    ),
  },
  'earned-without-stake': {
    yes: provider({ rows: [empty(0n), running('aa', 2, 5)] }, { rows: [running('aa', 3)] }),
    no: provider({ rows: [empty(1n), running('aa', 2, 5)] }, { rows: [empty(0n), running('aa', 3)] }),
  },
  'validator-gone-with-rewards': {
    yes: provider({ rows: [owes('aa', 5)] }, { rows: [drop(outstandingRewards, 'aa')] }),
    no: provider({ rows: [owes('aa', 0)] }, { rows: [drop(outstandingRewards, 'aa')] }),
  },
  'commission-withdrawn': { yes: provider(sends(COMMISSION)), no: provider(sends(COMMISSION, 'distribution/7')) },
  'fraction-of-commission-stays': {
    yes: provider({ ...sends(COMMISSION), rows: [commission('aa', 999)] }),
    no: provider({ ...sends(COMMISSION), rows: [commission('aa', 0), commission('bb', 1_000)] }),
  },
  'no-commission-refused': { yes: provider(sends(COMMISSION, 'distribution/7')), no: provider(sends(COMMISSION)) },
  'rewards-sent-elsewhere': {
    yes: provider(
      { rows: [put(withdrawAddresses, 'dd', 'ee')] },
      { ...sends(WITHDRAW), rows: [earns('aa', 'dd', 9, 3), holds('ee', 5)] },
    ),
    no: provider(
      { rows: [put(withdrawAddresses, 'dd', 'dd')] },
      { ...sends(WITHDRAW), rows: [earns('aa', 'dd', 9, 3), holds('dd', 5)] },
    ),
  },
  'withdraw-address-of-module-refused': {
    yes: provider(sends(SET_ADDRESS, 'sdk/4')),
    no: provider(sends(SET_ADDRESS, 'sdk/7')),
  },
  'withdraw-address-fixed-refused': {
    yes: provider(sends(SET_ADDRESS, 'distribution/8')),
    no: provider(sends(SET_ADDRESS)),
  },
  'community-funded': { yes: provider(sends(FUND)), no: provider(sends(FUND, 'sdk/5')) },
  'rewards-deposited': { yes: provider(sends(DEPOSIT)), no: provider(sends(DEPOSIT, 'sdk/5')) },
  'deposit-of-rewards-refused': {
    yes: provider(sends(DEPOSIT, 'sdk/10')),
    no: provider(sends(FUND), sends(DEPOSIT, 'staking/3')),
  },
  'tax-change-refused': { yes: provider(sends(UPDATE, 'gov/13')), no: provider(sends(UPDATE)) },
  'inflation-changed': { yes: provider({}, { rows: mints(5) }), no: provider({ rows: mints(5) }) },
});
