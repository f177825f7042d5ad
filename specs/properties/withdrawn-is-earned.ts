import type { Coin, Message } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { accrued, ratioAt, wholeCoins, type Amounts } from '../history/accrued.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { balances } from '../tables/bank.ts';
import {
  historicalRewards,
  slashEvents,
  startingInfos,
  withdrawAddresses,
  type StartingInfoRow,
} from '../tables/distribution.ts';
import { delegations, unbondingDelegations } from '../tables/staking/delegation.ts';
import type { Hex } from '../value.ts';

const WITHDRAW = '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward';

/** The rewards that a withdrawal pays (F1). Blocks in which the receiver gets or pays anything else are skipped. */
export const withdrawnIsEarned: ExecutableProperty = {
  name: 'withdrawn-is-earned',
  statement:
    'A withdrawal of rewards pays all whole coins that the delegation has earned since it began, and never more.',
  kind: 'safety',
  group: 'rewards',
  source: 'SDK x/distribution §MsgWithdrawDelegatorReward',
  touches: { provider: [`txs/${WITHDRAW.slice(WITHDRAW.lastIndexOf('.') + 1)}`, startingInfos.name, balances.name] },
  status: 'executable',
  monitor,
};

/** The rows before the block. */
interface Memory {
  readonly starts: Map<string, StartingInfoRow>;
  readonly ratios: Map<string, Amounts>;
  readonly balances: Map<string, bigint>;
}

function monitor(): PropertyMonitor {
  let memory: Memory | undefined;
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') return undefined;
      const found = memory === undefined ? undefined : wrongPayment(event, memory);
      memory = memory === undefined ? remember(event) : renew(event, memory);
      return found;
    },
  };
}

function remember({ view }: BlockEvent): Memory {
  const ratios = [...view.rows(historicalRewards)].map(([key]): [string, Amounts] => [key, ratioOf(view, key)]);
  return {
    starts: new Map(view.rows(startingInfos)),
    ratios: new Map(ratios),
    balances: new Map(view.rows(balances)),
  };
}

function renew(event: BlockEvent, memory: Memory): Memory {
  for (const { key, row } of changesOf(event, startingInfos)) {
    if (row === undefined) memory.starts.delete(key);
    else memory.starts.set(key, row);
  }
  for (const { key, row } of changesOf(event, historicalRewards)) {
    if (row === undefined) memory.ratios.delete(key);
    else memory.ratios.set(key, ratioOf(event.view, key));
  }
  for (const { key, row } of changesOf(event, balances)) memory.balances.set(key, row ?? 0n);
  return memory;
}

function ratioOf(view: BlockEvent['view'], key: string): Amounts {
  const at = key.indexOf('/');
  return ratioAt(view, key.slice(0, at), BigInt(key.slice(at + 1)));
}

/** The only withdrawal of a block in which nothing else can pay its receiver. */
function onlyWithdrawal(event: BlockEvent): Message | undefined {
  const { txs } = event.block;
  const [message, ...others] = txs.flatMap(({ messages }) => messages);
  if (message?.['@type'] !== WITHDRAW || others.length > 0 || event.observation.txResults[0]?.code !== 0)
    return undefined;
  const { changes } = event;
  if ([unbondingDelegations, slashEvents, delegations].some((table) => changes.has(table.name))) return undefined;
  return [...changes.keys()].some((table) => table.startsWith('gov/')) ? undefined : message;
}

function wrongPayment(event: BlockEvent, memory: Memory): Violation | undefined {
  if (onlyWithdrawal(event) === undefined) return undefined;
  // The withdrawal restarts the one delegation. In the block in which a delegation began there is nothing to withdraw.
  const [change, ...others] = changesOf(event, startingInfos);
  if (change?.row === undefined || others.length > 0) return undefined;
  const start = memory.starts.get(change.key);
  if (start === undefined) return undefined;
  const [operator = '', delegator = ''] = change.key.split('/');
  const { view, block } = event;
  const earned = wholeCoins(
    accrued(view, {
      delegator,
      operator,
      start,
      from: memory.ratios.get(`${operator}/${start.previous_period}`) ?? new Map(),
      to: ratioAt(view, operator, change.row.previous_period),
    }),
  );
  const receiver = view.row(withdrawAddresses, delegator) ?? delegator;
  const fee = receiver === delegator ? (block.txs[0]?.fee ?? []) : [];
  const paid = received(event, memory, receiver, fee);
  const [due, got] = [textOf(earned), textOf(paid)];
  return due === got ? undefined : violation(event, `${delegator} has earned ${due}; however it is paid ${got}`);
}

/** By how much the balance of an account grew in the block, without its fee. */
function received(event: BlockEvent, memory: Memory, account: Hex, fee: readonly Coin[]): Coin[] {
  const more = new Map(fee.map(({ denom, amount }) => [denom, amount]));
  for (const { key, row = 0n } of changesOf(event, balances)) {
    if (!key.startsWith(`${account}/`)) continue;
    const denom = key.slice(account.length + 1);
    more.set(denom, (more.get(denom) ?? 0n) + row - (memory.balances.get(key) ?? 0n));
  }
  return [...more].flatMap(([denom, amount]) => (amount === 0n ? [] : [{ denom, amount }]));
}

function textOf(coins: readonly Coin[]): string {
  const texts = coins.toSorted((a, b) => (a.denom < b.denom ? -1 : 1)).map(({ denom, amount }) => `${amount}${denom}`);
  return texts.join(',') || 'nothing';
}
