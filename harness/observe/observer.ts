import type { Rows } from '../../specs/rows.ts';
import type { Observation } from '../../specs/block.ts';
import type { IgnoredPrefix, Table } from '../../specs/table.ts';
import type { Codec } from '../codec/codec.ts';
import type { Produced, Started } from '../facts/answers.ts';
import { Mirror, type UnknownWrite } from './mirror.ts';
import { sentPackets, writtenAcks } from './packets.ts';
import { eventsInOrder } from './response.ts';

/** What the observer read of one block, and what it could not account for. */
export interface Observed {
  readonly observation: Observation;
  /** Writes that neither a table nor an ignored prefix names. */
  readonly unknown: readonly UnknownWrite[];
  /** How many entries under ignored prefixes were written. */
  readonly ignored: number;
}

/**
 * Reads everything that can be seen of one chain, from its start on: every block must come, in order.
 * Both methods throw an `ObservationError` for what cannot be read: the trace is inconclusive then.
 */
export interface Observer {
  /** The rows of the chain as they stand now; the next block changes them in place. */
  readonly rows: Rows;
  /** Reads the answer to ABCI `InitChain`; its height is 0. The rows of the genesis come with the first block. */
  start(started: Pick<Started, 'validatorUpdates'>): Observed;
  /** Reads the answer of a program that starts from an export: what the next block does not write is gone. */
  resume(height: bigint, started: Pick<Started, 'validatorUpdates'>): Observed;
  /** Another program goes on with what is stored: from here on its tables and messages count. */
  changeProgram(declared: Declared, codec: Codec): void;
  /** Reads the answer to one block (ABCI `FinalizeBlock` and `Commit`). */
  observe(height: bigint, produced: Pick<Produced, 'response' | 'writes'>): Observed;
}

/** What a program shows at a height when it answers nothing. */
export function nothingAt(height: bigint): Observation {
  return { height, txResults: [], validatorUpdates: [], sentPackets: [], writtenAcks: [], changes: [] };
}

/** What a chain is observed by: the tables of its kind (`specs/tables`) and what it may write beside them. */
export interface Declared {
  readonly tables: readonly Table[];
  readonly ignored: readonly IgnoredPrefix[];
}

/** An observer for one chain, with the messages of its program. */
export function openObserver({ tables, ignored }: Declared, codec: Codec): Observer {
  const mirror = new Mirror(tables, ignored, codec);
  return {
    rows: mirror.rows,
    start({ validatorUpdates }) {
      return { observation: { ...nothingAt(0n), validatorUpdates }, unknown: [], ignored: 0 };
    },
    resume(height, { validatorUpdates }) {
      mirror.renew();
      return { observation: { ...nothingAt(height), validatorUpdates }, unknown: [], ignored: 0 };
    },
    changeProgram: (declared, next) => mirror.read(declared.tables, declared.ignored, next),
    observe(height, { response, writes }) {
      const txResults = response.txResults.map(({ codespace, code }) => ({ codespace, code }));
      const { validatorUpdates } = response;
      const events = eventsInOrder(response);
      const { changes, unknown, ignored } = mirror.apply(writes);
      const packets = { sentPackets: sentPackets(events), writtenAcks: writtenAcks(events) };
      return { observation: { height, txResults, validatorUpdates, changes, ...packets }, unknown, ignored };
    },
  };
}
