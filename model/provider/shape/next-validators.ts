import { EMPTY_BLOCK } from '../../../specs/block.ts';
import { BECH32_PREFIX } from '../../../specs/bech32-prefix.ts';
import type { ConsensusValidatorRow } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { Draft, type State } from '../../draft.ts';
import { Refusal } from '../../refusal.ts';
import { powerShapingOf } from '../consumer.ts';
import { bondedValidators } from '../staking.ts';
import { activeValidators } from './active.ts';
import { shapeSet } from './shape.ts';
import { minimumPower } from './top-n.ts';

const STORES = /^(?:provider|staking)\//u;

/**
 * The validators that a consumer gets if the epoch ends in this state (ADR-014, ADR-015), in the order of their consensus
 * addresses on the provider. `undefined` where that cannot be computed: there are no power shaping parameters, or nobody
 * is among the top N.
 */
export function nextValidators(state: State, consumerId: string): readonly ConsensusValidatorRow[] | undefined {
  const context = contextOf(state);
  try {
    const shaping = powerShapingOf(context, consumerId);
    const least = shaping.top_N > 0 ? minimumPower(activeValidators(context), shaping.top_N) : 0n;
    const next = shapeSet(context, consumerId, bondedValidators(context), shaping, least);
    return next.toSorted((a, b) => (a.provider_cons_addr < b.provider_cons_addr ? -1 : 1));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

/** A context that only reads. Its tables are copies: what the model derives from a table is kept as long as the table. */
function contextOf(state: State): Context {
  const tables = [...state].filter(([name]) => STORES.test(name));
  return {
    kind: 'provider',
    features: new Set(),
    bech32Prefix: BECH32_PREFIX.provider,
    draft: new Draft(new Map(tables.map(([name, rows]) => [name, new Map(rows)]))),
    block: { ...EMPTY_BLOCK, chainId: '', height: 0n, time: 0n },
    apps: {},
    sentPackets: [],
    writtenAcks: [],
  };
}
