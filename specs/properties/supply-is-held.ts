import { changesOf, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { balances, supply } from '../tables/bank.ts';
import type { ChainName } from '../block.ts';

/** The invariant `total-supply` of the SDK's bank module. */
export const supplyIsHeld: ExecutableProperty = {
  name: 'supply-is-held',
  statement: 'The supply of each denomination is the sum of the balances of all accounts.',
  kind: 'safety',
  group: 'rewards',
  source: 'SDK x/bank §Invariants',
  touches: { provider: [supply.name, balances.name], consumer: [supply.name, balances.name] },
  status: 'executable',
  monitor,
};

/** The balances of the accounts of one chain, and their sum by denomination. */
interface Holdings {
  readonly balances: Map<string, bigint>;
  readonly sums: Map<string, bigint>;
}

function monitor(): PropertyMonitor {
  const chains = new Map<ChainName, Holdings>();
  return {
    observe(event) {
      if (event.event === 'start') return undefined;
      const known = chains.get(event.chain);
      const holdings = known ?? { balances: new Map(), sums: new Map() };
      chains.set(event.chain, holdings);
      // The genesis is committed with the first block, so its rows are not among the changes.
      const touched =
        known === undefined
          ? [...event.view.rows(balances)].map(([key, row]) => hold(holdings, key, row))
          : changesOf(event, balances).map(({ key, row = 0n }) => hold(holdings, key, row));
      return wrongSupply(event, holdings, new Set([...touched, ...changesOf(event, supply).map(({ key }) => key)]));
    },
  };
}

/** Records the new balance of an account, and returns its denomination. */
function hold({ balances: held, sums }: Holdings, key: string, amount: bigint): string {
  const denom = key.slice(key.indexOf('/') + 1);
  sums.set(denom, (sums.get(denom) ?? 0n) + amount - (held.get(key) ?? 0n));
  held.set(key, amount);
  return denom;
}

function wrongSupply(event: HistoryEvent, { sums }: Holdings, denoms: ReadonlySet<string>): Violation | undefined {
  for (const denom of denoms) {
    const all = event.view.row(supply, denom) ?? 0n;
    const held = sums.get(denom) ?? 0n;
    if (all !== held) return violation(event, `the supply of ${denom} is ${all}; however all accounts hold ${held}`);
  }
  return undefined;
}
