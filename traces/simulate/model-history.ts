import { viewOf } from '../../specs/rows.ts';
import type { ChainName, RowChange } from '../../specs/block.ts';
import { blockEvent, startEvent, type HistoryEvent } from '../../specs/event.ts';
import type { State } from '../../model/draft.ts';
import type { StepListener } from './model-run.ts';
import { setAt } from '../world/world.ts';

/** Turns the predictions of a run on the model alone into the events that properties and witnesses read. */
export function historyOf(see: (event: HistoryEvent) => void): StepListener {
  /** What a chain wrote when it started from an export. As in a program, its next block reports it. */
  const written = new Map<ChainName, readonly RowChange[]>();
  const states = new Map<ChainName, State>();
  return (order, step, _index, { world, block }) => {
    if (step.observation.halt !== undefined) return;
    const { changes } = step.observation;
    const { state } = step.chain;
    const before = states.get(order.chain);
    states.set(order.chain, state);
    if (order.kind === 'export') {
      written.set(order.chain, [...(before === undefined ? [] : lost(before, state)), ...changes]);
      return;
    }
    const chain = world.chains.get(order.chain);
    if (chain === undefined) throw new Error(`the chain ${order.chain} has not started`);
    const { genesis } = chain;
    const begun = written.get(order.chain);
    const observation =
      begun === undefined ? step.observation : { ...step.observation, changes: [...begun, ...changes] };
    written.delete(order.chain);
    const seen = { chain: order.chain, kind: genesis.kind, observation, view: viewOf(state) };
    const at = Number(observation.height);
    see(
      block === undefined
        ? startEvent({ ...seen, genesis, set: setAt(chain, 1) })
        : blockEvent({ ...seen, block, set: setAt(chain, at), nextSet: setAt(chain, at + 1) }),
    );
  };
}

/** The rows that an exported genesis lacks. */
function lost(before: State, after: State): RowChange[] {
  return [...before].flatMap(([table, rows]) =>
    [...rows.keys()].flatMap((key) => (after.get(table)?.has(key) === true ? [] : [{ table, key, row: undefined }])),
  );
}
