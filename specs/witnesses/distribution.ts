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

/** Fees, and the rewards of validators, delegators and the community on the provider. */
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
    'A transaction was refused because its fee is no set of coins.',
    onPaid((_, { codespace, code }) => codespace === 'sdk' && code === 13),
  ),
  witness(
    'fee-paid-in-vain',
    FEES,
    'A message was refused, and the fee was paid all the same.',
    onPaid((tx, { code }, event) => code !== 0 && signed(event, tx)),
  ),
  witness(
    'community-gets-fractions',
    F1,
    'What rounding left of fees or of rewards went to the community.',
    onProvider((event) => changesOf(event, feePool).some(({ row }) => row?.community_pool.some(isFraction) === true)),
  ),
  witness(
    'community-gets-everything',
    F1,
    'The community tax is one and fees came in.',
    onProvider((event) => event.changes.has(feePool.name) && taxOf(event) === ONE),
  ),
  witness(
    'community-gets-no-tax',
    F1,
    'The community tax is zero and validators earned.',
    onProvider((event) => event.changes.has(outstandingRewards.name) && taxOf(event) === 0n),
  ),
  witness(
    'several-denominations-owed',
    F1,
    'A validator owes rewards in several denominations.',
    onProvider((event) => changesOf(event, outstandingRewards).some(({ row }) => (row?.rewards.length ?? 0) > 1)),
  ),
  witness(
    'earned-with-full-commission',
    F1,
    'A validator with a commission of one earned.',
    onProvider((event) => earnsWith(event, ONE)),
  ),
  witness(
    'earned-without-commission',
    F1,
    'A validator with no commission earned.',
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
    'A delegator withdrew again in the block in which it had withdrawn.',
    onProvider((event) => hasTwice(event, WITHDRAW)),
  ),
  witness(
    'rewards-without-delegation-refused',
    'MsgWithdrawDelegatorReward',
    'Somebody without a delegation wanted rewards.',
    onProvider((event) => refused(event, WITHDRAW, 'staking', 19)),
  ),
  {
    name: 'rewards-paid-as-stake-moves',
    describes: 'A delegator got its rewards because its delegation changed.',
    source: F1,
    watch: () => watchDebts((less, event) => less && event.block.txs.length > 0 && !asksForRewards(event)),
  },
  {
    name: 'rewards-paid-between-transactions',
    describes: 'Stake that had moved was slashed, and its rewards were paid at the beginning of the block.',
    source: F1,
    watch: () => watchDebts((less, event) => less && event.block.txs.length === 0),
  },
  {
    name: 'rewards-settled-across-a-slash',
    describes: 'A validator was slashed between the earning of rewards and their payment.',
    source: F1,
    watch: watchSlashes,
  },
  {
    name: 'earned-without-stake',
    describes: 'A validator earned while nobody delegated to it, and the community got it.',
    source: F1,
    watch: watchIdle,
  },
  {
    name: 'validator-gone-with-rewards',
    describes: 'A validator was removed to which rewards were still owed.',
    source: F1,
    watch: watchGone,
  },
  witness(
    'commission-withdrawn',
    'MsgWithdrawValidatorCommission',
    'A validator took its commission.',
    onProvider((event) => succeeded(event, COMMISSION)),
  ),
  witness(
    'fraction-of-commission-stays',
    'MsgWithdrawValidatorCommission',
    'A validator took its commission and a fraction of a coin stayed.',
    onProvider((event) => succeeded(event, COMMISSION) && keepsFraction(event)),
  ),
  witness(
    'no-commission-refused',
    'MsgWithdrawValidatorCommission',
    'A validator without any commission wanted to take it.',
    onProvider((event) => refused(event, COMMISSION, 'distribution', 7)),
  ),
  witness(
    'rewards-sent-elsewhere',
    'MsgSetWithdrawAddress',
    'Rewards went to another address than the delegator.',
    onProvider((event) => succeeded(event, WITHDRAW) && paysElsewhere(event)),
  ),
  witness(
    'withdraw-address-of-module-refused',
    'MsgSetWithdrawAddress',
    'Rewards could not be sent to a module.',
    onProvider((event) => refused(event, SET_ADDRESS, 'sdk', 4)),
  ),
  witness(
    'withdraw-address-fixed-refused',
    'MsgSetWithdrawAddress',
    'Rewards could not be sent elsewhere because the parameters do not allow it.',
    onProvider((event) => refused(event, SET_ADDRESS, 'distribution', 8)),
  ),
  witness(
    'community-funded',
    'MsgFundCommunityPool',
    'Somebody gave coins to the community.',
    onProvider((event) => succeeded(event, FUND)),
  ),
  witness(
    'rewards-deposited',
    'MsgDepositValidatorRewardsPool',
    'Somebody gave a validator and its delegators coins.',
    onProvider((event) => succeeded(event, DEPOSIT)),
  ),
  witness(
    'gift-refused',
    'MsgFundCommunityPool, MsgDepositValidatorRewardsPool',
    'A gift was refused because it is no set of coins, or more than the giver has.',
    onProvider((event) => [FUND, DEPOSIT].some((type) => [5, 10].some((code) => refused(event, type, 'sdk', code)))),
  ),
  witness(
    'tax-change-refused',
    'MsgUpdateParams',
    'Somebody who is not governance wanted to change the community tax.',
    onProvider((event) => refused(event, UPDATE, 'gov', 13)),
  ),
  witness(
    'inflation-changed',
    'SDK x/mint',
    'Inflation followed the part of the stake that is bonded.',
    onProvider((event) => event.block.height > 1n && event.changes.has(minter.name)),
  ),
];

/** A transaction of the provider that offers a fee, and how it was answered. */
function onPaid(sees: (tx: Tx, result: TxResult, event: BlockEvent) => boolean): (event: HistoryEvent) => boolean {
  return onProvider((event) =>
    event.block.txs.some((tx, i) => {
      const result = event.observation.txResults[i];
      return tx.fee.length > 0 && result !== undefined && sees(tx, result, event);
    }),
  );
}

/** Whether the signer's sequence moved on, so that the ante handler let the transaction through. */
function signed(event: BlockEvent, { signer }: Tx): boolean {
  return changesOf(event, accounts).some(({ key }) => key === signer);
}

function isFraction({ amount }: DecCoin): boolean {
  return amount % ONE !== 0n;
}

function taxOf({ view }: BlockEvent): Dec | undefined {
  return view.row(distributionParams, SINGLETON)?.community_tax;
}

/** Whether a validator with this commission earned something. */
function earnsWith(event: BlockEvent, rate: Dec): boolean {
  const earning = [...changesOf(event, currentRewards), ...changesOf(event, accumulatedCommissions)];
  return earning.some(({ key, row }) => {
    const coins = row === undefined ? [] : 'rewards' in row ? row.rewards : row.commission;
    return coins.length > 0 && event.view.row(validators, key)?.commission.commission_rates.rate === rate;
  });
}

/** Whether the same account sent the same message twice in a block and both succeeded. */
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

/** Whether a delegation was settled and the address that its delegator named got something. */
function paysElsewhere(event: BlockEvent): boolean {
  const paid = new Set(changesOf(event, balances).map(({ key }) => key.slice(0, key.indexOf('/'))));
  return changesOf(event, startingInfos).some(({ key }) => {
    const delegator = key.slice(key.indexOf('/') + 1);
    const receiver = event.view.row(withdrawAddresses, delegator);
    return receiver !== undefined && receiver !== delegator && paid.has(receiver);
  });
}

/** Watches whether a validator that stays owes less of something than before the block. */
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

/** Watches for a delegation that is settled with a slash in between. */
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

/** Watches for a period that ends in which a validator without tokens earned. */
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

/** Watches for a validator that is removed while it owes something. */
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
