import { changesOf, type HistoryEvent } from '../event.ts';
import { moduleAddress } from '../module-address.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { balances } from '../tables/bank.ts';
import { deposits, proposals } from '../tables/gov.ts';

/** The governance account holds the deposits that it has to refund or burn (SDK x/gov). */
export const depositsAreHeld: ExecutableProperty = {
  name: 'deposits-are-held',
  statement: 'The governance account holds the deposits of all proposals that are not decided.',
  kind: 'safety',
  group: 'governance',
  source: 'SDK x/gov §Deposit',
  touches: { provider: [deposits.name, balances.name], consumer: [deposits.name, balances.name] },
  altered: 'until a proposal sends coins from the governance account, which also holds the deposits',
  status: 'executable',
  monitor,
};

const ACCOUNT = `${moduleAddress('gov')}/`;
const SEND = '/cosmos.bank.v1beta1.MsgSend';

function monitor(): PropertyMonitor {
  /** The chains on which a proposal has sent coins from the governance account. */
  const spent = new Set<string>();
  return {
    observe(event) {
      if (spends(event)) spent.add(event.chain);
      if (event.event === 'start' || spent.has(event.chain)) return undefined;
      const touched = event.changes.has(deposits.name) || changesOf(event, balances).some(({ key }) => isHeld(key));
      return touched ? missing(event) : undefined;
    },
  };
}

function isHeld(key: string): boolean {
  return key.startsWith(ACCOUNT);
}

function spends(event: HistoryEvent): boolean {
  return changesOf(event, proposals).some(
    ({ row }) => row?.status === 'PROPOSAL_STATUS_PASSED' && row.messages.some((message) => message['@type'] === SEND),
  );
}

function missing(event: HistoryEvent): Violation | undefined {
  const sums = new Map<string, bigint>();
  for (const [, { amount: coins }] of event.view.rows(deposits)) {
    for (const { denom, amount } of coins) sums.set(denom, (sums.get(denom) ?? 0n) + amount);
  }
  for (const [denom, sum] of sums) {
    const held = event.view.row(balances, balances.key(moduleAddress('gov'), denom)) ?? 0n;
    if (held < sum) return violation(event, `the deposits are ${sum}${denom}; however governance holds ${held}`);
  }
  return undefined;
}
