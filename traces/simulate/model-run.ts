import type { Block } from '../../specs/block.ts';
import type { ExclusionName } from '../../specs/exclusions/index.ts';
import type { Action, Trace } from '../../specs/generated/trace.ts';
import type { Hex } from '../../specs/value.ts';
import type { Step } from '../../model/chain.ts';
import { kindOf } from '../actions/index.ts';
import type { Setup } from '../setup/setup.ts';
import { setupOf } from '../format/trace.ts';
import type { Order } from '../world/order.ts';
import type { WorldModel } from '../world/model.ts';
import { predictExport, predictStart } from '../world/predict.ts';
import { World } from '../world/world.ts';

/** The model, or the world around it, broke instead of predicting: an error of this program, not of a chain. */
export class ModelRunError extends Error {
  /** The index of the action in its trace; -1 for the genesis of the provider. */
  readonly index: number;

  constructor(index: number, action: Action | undefined, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${action === undefined ? 'the genesis' : `action ${index} (${JSON.stringify(action)})`}: ${reason}`, {
      cause,
    });
    this.name = 'ModelRunError';
    this.index = index;
  }
}

/** The world after an order, and the block that the order became; a start becomes none. */
export interface Made {
  readonly world: World;
  readonly block: Block | undefined;
}

/** Sees every order that a run carried out, with what the model predicted of it and what came of it. */
export type Watch = (order: Order, step: Step, index: number, made: Made) => void;

/** A trace on the model alone; app hashes, which only a program can compute, are made up. */
export class ModelRun {
  readonly world: World;
  readonly #watch: Watch | undefined;
  #index = -1;

  constructor(setup: Setup, model: WorldModel, watch?: Watch, lifted?: ReadonlySet<ExclusionName>) {
    this.world = new World(setup, model, lifted);
    this.#watch = watch;
    this.#attempt(undefined, () => this.#carryOut(World.genesis(setup)));
    this.#index = 0;
  }

  /** Carries one action out. Throws a `ModelRunError`. */
  apply(action: Action): void {
    this.#attempt(action, () => {
      for (const order of kindOf(action).plan(this.world, action)) this.#carryOut(order);
    });
    this.#index += 1;
  }

  #carryOut(order: Order): void {
    const { world } = this;
    if (!world.accepts(order)) {
      if (order.kind === 'block') world.idle(order);
      return;
    }
    if (order.kind === 'restart') return;
    if (order.kind === 'fault') {
      world.commitFault(order);
      return;
    }
    if (order.kind === 'export') {
      const prepared = predictExport(world.chain(order.chain), world.nextBeginning(order.chain));
      if (prepared.step.observation.halt !== undefined) world.commitHalt(order.chain);
      else world.commitExport(order.chain, prepared, madeUpHash(order.chain, prepared.began.height - 1n));
      this.#watch?.(order, prepared.step, this.#index, { world, block: undefined });
    } else if (order.kind === 'changeover') {
      world.commitChangeover(order);
    } else if (order.kind === 'start') {
      const step = predictStart(world.model, order.genesis);
      world.commitStart(order, step, madeUpHash(order.chain, 0n));
      this.#watch?.(order, step, this.#index, { world, block: undefined });
    } else {
      const prepared = world.prepareBlock(order);
      if (prepared.step.observation.halt !== undefined) world.commitHalt(order.chain, prepared.block.time);
      else world.commitBlock(prepared, madeUpHash(order.chain, prepared.block.height));
      this.#watch?.(order, prepared.step, this.#index, { world, block: prepared.block });
    }
  }

  #attempt(action: Action | undefined, step: () => void): void {
    try {
      step();
    } catch (error) {
      throw new ModelRunError(this.#index, action, error);
    }
  }
}

/** Runs a whole trace on the model alone. Throws a `ModelRunError` with the index of the action that breaks it. */
export function runModel(trace: Trace, model: WorldModel, watch?: Watch): World {
  const run = new ModelRun(setupOf(trace), model, watch);
  for (const action of trace.actions) run.apply(action);
  return run.world;
}

/** A stand-in for an app hash that depends on nothing but the place, and is that of no other. */
function madeUpHash(chain: string, height: bigint): Hex {
  return Buffer.from(`${chain}/${height}`).toString('hex').padStart(64, '0');
}
