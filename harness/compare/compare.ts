import type { Rows } from '../../specs/rows.ts';
import type { Observation } from '../../specs/block.ts';
import { isSameHalt } from './halt-cause.ts';
import { comparePackets, compareAcks } from './compare-packets.ts';
import { compareChanges } from './compare-rows.ts';
import { compareTxs } from './compare-txs.ts';
import { compareUpdates } from './compare-updates.ts';
import type { Difference } from './difference.ts';

/** What one side says of a chain after a block: the model (`Step`), or the observer. */
export interface Side {
  readonly observation: Observation;
  /** All rows of the chain after the block. */
  readonly rows: Rows;
}

/**
 * Compares what the model expects of a block with what the chain did, to the last unit. Empty means that they agree.
 * A difference that stays is reported once, in the block that brought it: `compareStates` finds it again later.
 * What a block answers comes first, in the order in which the model expects it and what the chain alone has after that;
 * the rows follow by table and by key.
 */
export function compare(expected: Side, observed: Side): Difference[] {
  const [mine, theirs] = [expected.observation, observed.observation];
  if (mine.height !== theirs.height) throw new Error(`compared block ${mine.height} with block ${theirs.height}`);
  // A program that stops itself answers nothing else. How it words the cause is not the protocol's.
  if (mine.halt !== undefined || theirs.halt !== undefined) {
    if (isSameHalt(mine, theirs)) return [];
    return [{ kind: 'halt', path: ['halt'], expected: mine.halt, observed: theirs.halt }];
  }
  return [
    ...compareTxs(mine.txResults, theirs.txResults),
    ...compareUpdates(mine.validatorUpdates, theirs.validatorUpdates),
    ...comparePackets(mine.sentPackets, theirs.sentPackets),
    ...compareAcks(mine.writtenAcks, theirs.writtenAcks),
    ...compareChanges({ changes: mine.changes, rows: expected.rows }, { changes: theirs.changes, rows: observed.rows }),
  ];
}
