import type { Block, ChainName, ConsensusValidator, Observation, RowChange } from './block.ts';
import type { ChainGenesis } from './genesis.ts';
import type { Table } from './table.ts';
import type { Value } from './value.ts';

/** The rows of one chain as they stand after a block. */
export interface RowView {
  row<Row extends Value>(table: Table<Row>, key: string): Row | undefined;
  rows<Row extends Value>(table: Table<Row>): Iterable<readonly [string, Row]>;
}

/** What a monitor or a witness sees of every chain, whether it starts or has made a block. */
interface Seen {
  readonly chain: ChainName;
  readonly kind: 'provider' | 'consumer';
  readonly observation: Observation;
  /** The rows that the block changed, by the name of their table. */
  readonly changes: ReadonlyMap<string, readonly RowChange[]>;
  /** The rows after the event. It may move on with the chain: what is needed later must be copied. */
  readonly view: RowView;
}

/**
 * A chain has started (ABCI `InitChain`): its observation is that of height 0. A program commits its genesis with its
 * first block, so the rows may still be incomplete; what it started from stands in `genesis` and `set`.
 */
export interface StartEvent extends Seen {
  readonly event: 'start';
  readonly genesis: ChainGenesis;
  /** The set that signs the first block. */
  readonly set: readonly ConsensusValidator[];
}

/** A chain has made a block. */
export interface BlockEvent extends Seen {
  readonly event: 'block';
  readonly block: Block;
  /** The set that signs this block, and the one that signs the next. */
  readonly set: readonly ConsensusValidator[];
  readonly nextSet: readonly ConsensusValidator[];
}

/** What happened, in the order in which it happened: monitors and witnesses read nothing else. */
export type PropertyEvent = StartEvent | BlockEvent;

/** Why a history breaks a property, in words: "A, because …; however B". */
export interface Violation {
  readonly chain: ChainName;
  readonly height: bigint;
  readonly because: string;
}

/** How a history ended. */
export interface End {
  /** Whether all that was under way had the time to arrive, so that what has not arrived never will. */
  readonly drained: boolean;
}

/** Watches one history. It is fed every event in order and answers at once where the property breaks. */
export interface PropertyMonitor {
  observe(event: PropertyEvent): Violation | undefined;
  /** What only the end of a history can show: a liveness property that was not kept. */
  finish(end: End): Violation | undefined;
}

export type PropertyGroup =
  'channel' | 'validator-set' | 'validator-update' | 'stake' | 'maturity' | 'slashing' | 'rewards';

interface Described {
  /** The name that the specification gives it, in lower case with dashes. */
  readonly name: string;
  /** In plain words. */
  readonly statement: string;
  readonly kind: 'safety' | 'liveness' | 'safety and liveness';
  readonly group: PropertyGroup;
  /** The section of ICS-028 (SM: system model and properties), or the ADR, or the model that names it. */
  readonly source: string;
  /** The releases, or the features of a release, that it holds for. */
  readonly appliesTo: string;
  /** Where an ADR changed its literal form: what is checked in its place, and why. */
  readonly altered?: string;
}

/**
 * What a property speaks of, on either kind of chain: names of tables, or what a block shows beside its rows
 * (`validator-updates`, `sent-packets/<port>`, `written-acks/<port>`, `txs/<message>`, `halt`).
 */
export type Touches = { readonly [kind in 'provider' | 'consumer']?: readonly string[] };

interface Claimed extends Described {
  readonly touches: Touches;
}

/** A property that a monitor decides. */
export interface ExecutableProperty extends Claimed {
  readonly status: 'executable';
  monitor(): PropertyMonitor;
}

/** A property that stands here with its statement and has no monitor yet. */
export interface OpenProperty extends Claimed {
  readonly status: 'not yet';
}

/** A property that no release at hand claims any more. */
export interface RetiredProperty extends Described {
  readonly status: 'does not apply';
  readonly retiredBy: string;
}

/** A named property of ICS-028 as a predicate over observations alone. */
export type Property = ExecutableProperty | OpenProperty | RetiredProperty;

/** Builds an event with its changes sorted by table, once for all monitors. */
export function startEvent(parts: Omit<StartEvent, 'event' | 'changes'>): StartEvent {
  return { event: 'start', ...parts, changes: byTable(parts.observation.changes) };
}

/** The same for a block. */
export function blockEvent(parts: Omit<BlockEvent, 'event' | 'changes'>): BlockEvent {
  return { event: 'block', ...parts, changes: byTable(parts.observation.changes) };
}

/** A view on rows that are kept by table and key. */
export function viewOf(rows: ReadonlyMap<string, ReadonlyMap<string, Value>>): RowView {
  return {
    // Rows of a table have its type: the model writes them through its handle, the observer decodes them by it.
    row: <Row extends Value>(table: Table<Row>, key: string) => rows.get(table.name)?.get(key) as Row | undefined,
    rows: <Row extends Value>(table: Table<Row>) => (rows.get(table.name) ?? new Map()) as Iterable<[string, Row]>,
  };
}

const NONE: readonly RowChange[] = [];

/** The rows of a table that an event changed; `row` is `undefined` for one that was deleted. */
export function changesOf<Row extends Value>(
  event: PropertyEvent,
  table: Table<Row>,
): readonly { readonly key: string; readonly row: Row | undefined }[] {
  return (event.changes.get(table.name) ?? NONE) as readonly { readonly key: string; readonly row: Row | undefined }[];
}

/** The height of an event; 0 for a start. */
export function heightOf(event: PropertyEvent): bigint {
  return event.event === 'block' ? event.block.height : 0n;
}

/** A violation at an event. */
export function violation(event: PropertyEvent, because: string): Violation {
  return { chain: event.chain, height: heightOf(event), because };
}

function byTable(changes: readonly RowChange[]): ReadonlyMap<string, readonly RowChange[]> {
  const tables = new Map<string, RowChange[]>();
  for (const change of changes) {
    const known = tables.get(change.table);
    if (known === undefined) tables.set(change.table, [change]);
    else known.push(change);
  }
  return tables;
}
