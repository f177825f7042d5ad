import { SINGLETON } from '../key.ts';
import type { Tx, TxResult } from '../block.ts';
import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import { accounts } from '../tables/auth.ts';
import { balances } from '../tables/bank.ts';
import {
  accumulatedCommissions,
  currentRewards,
  distributionParams,
  feePool,
  outstandingRewards,
  slashEvents,
  startingInfos,
  withdrawAddresses,
  type DecCoin,
} from '../tables/distribution.ts';
import { minter } from '../tables/mint.ts';
import { validators } from '../tables/staking/validator.ts';
import { ONE, type Dec, type Hex } from '../value.ts';
import { onProvider, refused, succeeded, witness, type Watch, type Witness } from '../witness.ts';

const DISTRIBUTION = '/cosmos.distribution.v1beta1';
const WITHDRAW = `${DISTRIBUTION}.MsgWithdrawDelegatorReward`;
const COMMISSION = `${DISTRIBUTION}.MsgWithdrawValidatorCommission`;
const SET_ADDRESS = `${DISTRIBUTION}.MsgSetWithdrawAddress`;
const FUND = `${DISTRIBUTION}.MsgFundCommunityPool`;
const DEPOSIT = `${DISTRIBUTION}.MsgDepositValidatorRewardsPool`;
const UPDATE = `${DISTRIBUTION}.MsgUpdateParams`;
const F1 = 'SDK x/distribution (F1)';
const FEES = 'SDK x/auth, ante handlers';

/** Fees, and the rewards of validators, delegators and the community pool on the provider. */
export const DISTRIBUTION_WITNESSES: readonly Witness[] = [
  witness(
    'fee-paid',
    FEES,
    'A transaction paid a fee on the provider.',
    onPaid(({ fee }, { code }) => fee.length > 0 && code === 0),
  ),
  witness(
    'fee-of-several-denominations',
    FEES,
    'A transaction paid a fee in several denominations.',
    onPaid(({ fee }, { code }) => fee.length > 1 && code === 0),
  ),
  witness(
    'fee-refused-for-funds',
    FEES,
    'A transaction was refused because its signer could not pay the fee.',
    onPaid((tx, { codespace, code }, event) => codespace === 'sdk' && code === 5 && !signed(event, tx)),
  ),
  witness(
    'malformed-fee-refused',
    FEES,
    'A transaction was refused because its fee is malformed.',
    onPaid((_, { codespace, code }) => codespace === 'sdk' && code === 13),
  ),
  witness(
    'fee-charged-for-failed-message',
    FEES,
    'A message failed, and its fee was still charged.',
    onPaid((tx, { code }, event) => code !== 0 && signed(event, tx)),
  ),
  witness(
    'community-gets-fractions',
    F1,
    'The remainder from rounding fees or rewards went to the community pool.',
    onProvider((event) => changesOf(event, feePool).some(({ row }) => row?.community_pool.some(isFraction) === true)),
  ),
  witness(
    'community-gets-everything',
    F1,
    'Fees were distributed while the community tax was 100 percent.',
    onProvider((event) => event.changes.has(feePool.name) && taxOf(event) === ONE),
  ),
  witness(
    'community-gets-no-tax',
    F1,
    'Fees were distributed while the community tax was zero.',
    onProvider((event) => event.changes.has(outstandingRewards.name) && taxOf(event) === 0n),
  ),
  witness(
    'several-denominations-owed',
    F1,
    'A validator had outstanding rewards in several denominations.',
    onProvider((event) => changesOf(event, outstandingRewards).some(({ row }) => (row?.rewards.length ?? 0) > 1)),
  ),
  witness(
    'earned-with-full-commission',
    F1,
    'A validator with a commission of 100 percent got rewards.',
    onProvider((event) => earnsWith(event, ONE)),
  ),
  witness(
    'earned-without-commission',
    F1,
    'A validator without commission got rewards.',
    onProvider((event) => earnsWith(event, 0n)),
  ),
  witness(
    'rewards-withdrawn',
    'MsgWithdrawDelegatorReward',
    'A delegator withdrew its rewards.',
    onProvider((event) => succeeded(event, WITHDRAW)),
  ),
  witness(
    'withdrawn-twice-in-a-block',
    F1,
    'A delegator withdrew its rewards twice in one block.',
    onProvider((event) => hasTwice(event, WITHDRAW)),
  ),
  witness(
    'rewards-without-delegation-refused',
    'MsgWithdrawDelegatorReward',
    'The withdrawal of rewards without a delegation was refused.',
    onProvider((event) => refused(event, WITHDRAW, 'staking', 19)),
  ),
  {
    name: 'rewards-paid-as-stake-moves',
    describes: 'A change of its delegation paid a delegator its rewards.',
    source: F1,
    watch: () => watchDebts((less, event) => less && event.block.txs.length > 0 && !asksForRewards(event)),
  },
  {
    name: 'rewards-paid-between-transactions',
    describes: 'A slash of redelegated stake paid its rewards at the beginning of the block.',
    source: F1,
    watch: () => watchDebts((less, event) => less && event.block.txs.length === 0),
  },
  {
    name: 'rewards-settled-across-a-slash',
    describes:
      'A validator was slashed between the time at which rewards were earned and the time at which they were paid.',
    source: F1,
    watch: watchSlashes,
  },
  {
    name: 'earned-without-stake',
    describes: 'A validator without delegations got rewards, which went to the community pool.',
    source: F1,
    watch: watchIdle,
  },
  {
    name: 'validator-gone-with-rewards',
    describes: 'A validator was removed while it had outstanding rewards.',
    source: F1,
    watch: watchGone,
  },
  witness(
    'commission-withdrawn',
    'MsgWithdrawValidatorCommission',
    'A validator withdrew its commission.',
    onProvider((event) => succeeded(event, COMMISSION)),
  ),
  witness(
    'fraction-of-commission-stays',
    'MsgWithdrawValidatorCommission',
    'A validator withdrew its commission, and a fraction of a coin remained.',
    onProvider((event) => succeeded(event, COMMISSION) && keepsFraction(event)),
  ),
  witness(
    'no-commission-refused',
    'MsgWithdrawValidatorCommission',
    'A validator without any commission could not withdraw it.',
    onProvider((event) => refused(event, COMMISSION, 'distribution', 7)),
  ),
  witness(
    'rewards-sent-elsewhere',
    'MsgSetWithdrawAddress',
    'Rewards were paid to a withdraw address other than the delegator.',
    onProvider((event) => succeeded(event, WITHDRAW) && paysElsewhere(event)),
  ),
  witness(
    'withdraw-address-of-module-refused',
    'MsgSetWithdrawAddress',
    'The address of a module was refused as a withdraw address.',
    onProvider((event) => refused(event, SET_ADDRESS, 'sdk', 4)),
  ),
  witness(
    'withdraw-address-fixed-refused',
    'MsgSetWithdrawAddress',
    'A new withdraw address was refused because the parameters do not allow it.',
    onProvider((event) => refused(event, SET_ADDRESS, 'distribution', 8)),
  ),
  witness(
    'community-funded',
    'MsgFundCommunityPool',
    'An account funded the community pool.',
    onProvider((event) => succeeded(event, FUND)),
  ),
  witness(
    'rewards-deposited',
    'MsgDepositValidatorRewardsPool',
    'An account deposited coins into the rewards pool of a validator.',
    onProvider((event) => succeeded(event, DEPOSIT)),
  ),
  witness(
    'deposit-of-rewards-refused',
    'MsgFundCommunityPool, MsgDepositValidatorRewardsPool',
    'A deposit into the community pool or a rewards pool was refused because its coins are malformed or exceed the funds.',
    onProvider((event) => [FUND, DEPOSIT].some((type) => [5, 10].some((code) => refused(event, type, 'sdk', code)))),
  ),
  witness(
    'tax-change-refused',
    'MsgUpdateParams',
    'A change of the distribution parameters was refused to an account that is not governance.',
    onProvider((event) => refused(event, UPDATE, 'gov', 13)),
  ),
  witness(
    'inflation-changed',
    'SDK x/mint',
    'Inflation changed with the bonded ratio.',
    onProvider((event) => event.block.height > 1n && event.changes.has(minter.name)),
  ),
];

/** A transaction on the provider with a fee, and its result. */
function onPaid(sees: (tx: Tx, result: TxResult, event: BlockEvent) => boolean): (event: HistoryEvent) => boolean {
  return onProvider((event) =>
    event.block.txs.some((tx, i) => {
      const result = event.observation.txResults[i];
      return tx.fee.length > 0 && result !== undefined && sees(tx, result, event);
    }),
  );
}

/** Whether the sequence of the signer increased, so that the ante handler accepted the transaction. */
function signed(event: BlockEvent, { signer }: Tx): boolean {
  return changesOf(event, accounts).some(({ key }) => key === signer);
}

function isFraction({ amount }: DecCoin): boolean {
  return amount % ONE !== 0n;
}

function taxOf({ view }: BlockEvent): Dec | undefined {
  return view.row(distributionParams, SINGLETON)?.community_tax;
}

/** Whether a validator with this commission got rewards. */
function earnsWith(event: BlockEvent, rate: Dec): boolean {
  const earning = [...changesOf(event, currentRewards), ...changesOf(event, accumulatedCommissions)];
  return earning.some(({ key, row }) => {
    const coins = row === undefined ? [] : 'rewards' in row ? row.rewards : row.commission;
    return coins.length > 0 && event.view.row(validators, key)?.commission.commission_rates.rate === rate;
  });
}

/** Whether one account sent the same message twice in a block and both succeeded. */
function hasTwice({ block, observation }: BlockEvent, type: string): boolean {
  const pairs = block.txs.flatMap(({ messages }, i) =>
    observation.txResults[i]?.code === 0
      ? messages
          .filter((message) => message['@type'] === type)
          .map(({ delegator_address: by, validator_address: to }) =>
            [by, to].filter((part) => typeof part === 'string').join('/'),
          )
      : [],
  );
  return new Set(pairs).size < pairs.length;
}

function asksForRewards(event: BlockEvent): boolean {
  return succeeded(event, WITHDRAW) || succeeded(event, COMMISSION);
}

function keepsFraction(event: BlockEvent): boolean {
  return changesOf(event, accumulatedCommissions).some(
    ({ row }) => row !== undefined && row.commission.length > 0 && row.commission.every(({ amount }) => amount < ONE),
  );
}

/** Whether a delegation was settled and the withdraw address of its delegator got coins. */
function paysElsewhere(event: BlockEvent): boolean {
  const paid = new Set(changesOf(event, balances).map(({ key }) => key.slice(0, key.indexOf('/'))));
  return changesOf(event, startingInfos).some(({ key }) => {
    const delegator = key.slice(key.indexOf('/') + 1);
    const receiver = event.view.row(withdrawAddresses, delegator);
    return receiver !== undefined && receiver !== delegator && paid.has(receiver);
  });
}

/** Watches for a validator that remains and whose outstanding rewards fall. */
function watchDebts(sees: (less: boolean, event: BlockEvent) => boolean): Watch {
  const debts = new Map<Hex, readonly DecCoin[]>();
  return {
    sees: onProvider((event) => {
      let less = false;
      for (const { key, row } of changesOf(event, outstandingRewards)) {
        const before = debts.get(key) ?? [];
        const now = new Map(row?.rewards.map(({ denom, amount }) => [denom, amount]));
        less ||= row !== undefined && before.some(({ denom, amount }) => (now.get(denom) ?? 0n) < amount);
        debts.set(key, row?.rewards ?? []);
      }
      return sees(less, event);
    }),
  };
}

/** Watches for a delegation that is settled across a slash. */
function watchSlashes(): Watch {
  const starts = new Map<string, bigint>();
  return {
    sees: onProvider((event) => {
      let settled = false;
      for (const { key, row } of changesOf(event, startingInfos)) {
        const before = starts.get(key);
        const operator = key.slice(0, key.indexOf('/'));
        settled ||=
          before !== undefined &&
          [...event.view.rows(slashEvents)].some(
            ([slash, { validator_period }]) => slash.startsWith(`${operator}/`) && validator_period > before,
          );
        if (row === undefined) starts.delete(key);
        else starts.set(key, row.previous_period);
      }
      return settled;
    }),
  };
}

/** Watches for the end of a period in which a validator without tokens got rewards. */
function watchIdle(): Watch {
  const idle = new Map<Hex, bigint>();
  return {
    sees: onProvider((event) => {
      const ended = changesOf(event, currentRewards).some(({ key, row }) => {
        const period = idle.get(key);
        return period !== undefined && row !== undefined && row.period > period;
      });
      for (const { key } of [...changesOf(event, currentRewards), ...changesOf(event, validators)]) {
        const current = event.view.row(currentRewards, key);
        const earns = (current?.rewards.length ?? 0) > 0 && event.view.row(validators, key)?.tokens === 0n;
        if (earns && current !== undefined) idle.set(key, current.period);
        else idle.delete(key);
      }
      return ended;
    }),
  };
}

/** Watches for the removal of a validator with outstanding rewards. */
function watchGone(): Watch {
  const indebted = new Set<Hex>();
  return {
    sees: onProvider((event) => {
      let gone = false;
      for (const { key, row } of changesOf(event, outstandingRewards)) {
        gone ||= row === undefined && indebted.has(key);
        if (row !== undefined && row.rewards.length > 0) indebted.add(key);
        else indebted.delete(key);
      }
      return gone;
    }),
  };
}
