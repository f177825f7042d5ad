import type { ChainKind } from './chain-kind.ts';
import type { Block, ChainName, ConsensusValidator, Message, Observation, RowChange, TxResult } from './block.ts';
import type { ChainGenesis } from './genesis.ts';
import { typedChanges, type ChangeOf, type RowView } from './rows.ts';
import type { Table } from './table.ts';
import type { Value } from './value.ts';

/** What monitors and witnesses get for every start and every block of a chain. */
interface Seen {
  readonly chain: ChainName;
  readonly kind: ChainKind;
  readonly observation: Observation;
  /** The rows that the block changed, by the name of their table. */
  readonly changes: ReadonlyMap<string, readonly RowChange[]>;
  /** The rows after the event. The view can change with the chain: copy what is needed later. */
  readonly view: RowView;
}

/**
 * A chain started (ABCI `InitChain`): its observation has height 0. A standalone chain that becomes a consumer starts a
 * second time, between two of its blocks. A program commits its genesis with its
 * first block, so the rows can be incomplete; use `genesis` and `set` instead.
 */
export interface StartEvent extends Seen {
  readonly event: 'start';
  readonly genesis: ChainGenesis;
  /** The set that signs the first block. */
  readonly set: readonly ConsensusValidator[];
}

/** A message of a transaction, and the result of the transaction. */
export interface Answered {
  readonly message: Message;
  readonly result: TxResult;
}

/** A chain made a block. */
export interface BlockEvent extends Seen {
  readonly event: 'block';
  readonly block: Block;
  /** The messages of the block's transactions, by type. */
  readonly answers: ReadonlyMap<string, readonly Answered[]>;
  /** The set that signs this block, and the one that signs the next. */
  readonly set: readonly ConsensusValidator[];
  readonly nextSet: readonly ConsensusValidator[];
}

/** The events of a history, in order: the only input of monitors and witnesses. */
export type HistoryEvent = StartEvent | BlockEvent;

/** Builds an event, and groups its changes by table once for all monitors. */
export function startEvent(parts: Omit<StartEvent, 'event' | 'changes'>): StartEvent {
  return { event: 'start', ...parts, changes: byTable(parts.observation.changes) };
}

/** Builds the event of a block, and groups its changes by table and its messages by type. */
export function blockEvent(parts: Omit<BlockEvent, 'event' | 'changes' | 'answers'>): BlockEvent {
  const { block, observation } = parts;
  return { event: 'block', ...parts, changes: byTable(observation.changes), answers: byType(block, observation) };
}

/** The rows of a table that an event changed. */
export function changesOf<Row extends Value, K extends string>(
  event: HistoryEvent,
  table: Table<Row, K>,
): readonly ChangeOf<Row, K>[] {
  return typedChanges(table, event.changes.get(table.name));
}

/** The height of an event; 0 for a start. */
export function heightOf(event: HistoryEvent): bigint {
  return event.event === 'block' ? event.block.height : 0n;
}

const NO_ANSWERS: BlockEvent['answers'] = new Map();

function byType({ txs }: Block, { txResults }: Observation): BlockEvent['answers'] {
  if (txs.length === 0) return NO_ANSWERS;
  const answers = new Map<string, Answered[]>();
  for (const [i, { messages }] of txs.entries()) {
    const result = txResults[i];
    if (result === undefined) continue;
    for (const message of messages) {
      const known = answers.get(message['@type']);
      if (known === undefined) answers.set(message['@type'], [{ message, result }]);
      else known.push({ message, result });
    }
  }
  return answers;
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
