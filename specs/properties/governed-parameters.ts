import type { Message } from '../block.ts';
import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { distributionParams } from '../tables/distribution.ts';
import { govParams, proposals } from '../tables/gov.ts';
import { providerParams } from '../tables/provider.ts';
import { slashingParams } from '../tables/slashing.ts';
import { stakingParams } from '../tables/staking/chain.ts';
import { transferParams } from '../tables/transfer.ts';
import type { Table } from '../table.ts';
import { sameValue } from '../value.ts';

/** The tables of the parameters that a message replaces as a whole. */
const TABLES: readonly (readonly [type: string, table: Table])[] = [
  ['/interchain_security.ccv.provider.v1.MsgUpdateParams', providerParams],
  ['/cosmos.staking.v1beta1.MsgUpdateParams', stakingParams],
  ['/cosmos.slashing.v1beta1.MsgUpdateParams', slashingParams],
  ['/cosmos.gov.v1.MsgUpdateParams', govParams],
  ['/cosmos.distribution.v1beta1.MsgUpdateParams', distributionParams],
  ['/ibc.applications.transfer.v1.MsgUpdateParams', transferParams],
];

/** A proposal is executed completely or not at all, and nothing else changes parameters (SDK x/gov). */
export const governedParameters: ExecutableProperty = {
  name: 'governed-parameters',
  statement:
    'Parameters change only by a proposal that passed. Each message of such a proposal takes effect, unless a later ' +
    'one replaces it. A proposal with a failed message changes nothing.',
  kind: 'safety',
  group: 'governance',
  source: 'SDK x/gov §Proposal messages',
  touches: {
    provider: [proposals.name, ...TABLES.map(([, { name }]) => name)],
    consumer: [proposals.name, ...TABLES.flatMap(([, table]) => (table === providerParams ? [] : [table.name]))],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  // The first write is the genesis of the chain.
  const begun = new Set<string>();
  return {
    observe(event) {
      const changed = TABLES.filter(([, { name }]) => event.changes.has(name));
      const passed = event.event === 'block' ? carriedOut(event) : [];
      const wrong = passed.length === 0 ? undefined : notInForce(event, passed);
      if (wrong !== undefined) return wrong;
      for (const [type, { name }] of changed) {
        const place = `${event.chain}/${name}`;
        if (begun.has(place) && !passed.some((message) => message['@type'] === type)) {
          return violation(event, `${name} changed; however no proposal with ${type} passed`);
        }
        begun.add(place);
      }
      return undefined;
    },
  };
}

/** The messages of the proposals that passed in the block, in the order of their execution. */
function carriedOut(event: BlockEvent): readonly Message[] {
  return changesOf(event, proposals)
    .flatMap(({ row }) => (row?.status === 'PROPOSAL_STATUS_PASSED' ? [row] : []))
    .toSorted((a, b) => Number((a.voting_end_time ?? 0n) - (b.voting_end_time ?? 0n)) || Number(a.id - b.id))
    .flatMap(({ messages }) => messages);
}

function notInForce(event: HistoryEvent, passed: readonly Message[]): Violation | undefined {
  for (const [type, table] of TABLES) {
    const last = passed.findLast((message) => message['@type'] === type);
    if (last === undefined || sameValue(last['params'], event.view.row(table, ''))) continue;
    return violation(event, `a proposal with ${type} passed; however ${table.name} differs from it`);
  }
  return undefined;
}
