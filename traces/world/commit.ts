import type { Hex } from '../../specs/value.ts';
import { changeProgram, type Step } from '../../model/chain.ts';
import { applyUpdates } from '../../model/consensus/validator-set.ts';
import type { ChainState } from './chain-state.ts';
import type { WorldModel } from './model.ts';
import type { ChangeoverOrder, StartOrder } from './order.ts';
import type { ExportStep, Prepared } from './predict.ts';

/** A chain after `InitChain`, with the app hash that its program returned. */
export function afterStart({ chain: name, genesis }: StartOrder, step: Step, appHash: Hex | undefined): ChainState {
  const { chainId, time } = genesis;
  const set = applyUpdates([], step.observation.validatorUpdates);
  return {
    name,
    genesis,
    model: step.chain,
    before: step.chain.state,
    height: 0n,
    time,
    began: { chainId, height: 1n, time },
    appHash,
    header: undefined,
    lastSet: [],
    set,
    nextSet: set,
    over: set.length === 0,
  };
}

/** A chain after a block, with the app hash that its program returned. */
export function afterBlock(
  chain: ChainState,
  { block, absent, step }: Omit<Prepared, 'chain'>,
  appHash: Hex | undefined,
): ChainState {
  const { height, time, nextValidatorsHash } = block;
  const updates = step.observation.validatorUpdates;
  const nextSet = updates.length === 0 ? chain.nextSet : applyUpdates(chain.nextSet, updates);
  return {
    ...chain,
    model: step.chain,
    before: chain.model.state,
    height,
    time,
    appHash,
    header: { height, time, appHash: block.appHash, nextValidatorsHash, absent },
    lastSet: chain.set,
    set: chain.nextSet,
    nextSet,
    over: nextSet.length === 0,
  };
}

/** A chain after it has restarted from its exported genesis. The set of its newest block does not change. */
export function afterExport(chain: ChainState, { began, step }: ExportStep, appHash: Hex | undefined): ChainState {
  const set = applyUpdates([], step.observation.validatorUpdates);
  const { state } = step.chain;
  return { ...chain, model: step.chain, before: state, began, appHash, set, nextSet: set, over: set.length === 0 };
}

/** A standalone chain after the changeover: the program of a consumer makes the next block (ADR-010). */
export function afterChangeover(
  chain: ChainState,
  { programs, features }: WorldModel,
  { genesis }: Pick<ChangeoverOrder, 'genesis'>,
): ChainState {
  const model = changeProgram(chain.model, programs.consumer, features.consumer, genesis);
  return { ...chain, model, genesis, over: false };
}

/** A chain that makes no more blocks. It keeps the state of its newest block. */
export function afterHalt(chain: ChainState): ChainState {
  return { ...chain, over: true };
}
