import type { Block } from '../../specs/block.ts';
import type { ExclusionName } from '../../specs/exclusions/index.ts';
import type { Action, Trace } from '../../specs/generated/trace.ts';
import type { Hex } from '../../specs/value.ts';
import type { Step } from '../../model/chain.ts';
import { Agenda, type LeftOut } from './agenda.ts';
import type { Setup } from '../setup/setup.ts';
import { setupOf } from '../format/trace.ts';
import type { Order } from '../world/order.ts';
import type { WorldModel } from '../world/model.ts';
import { predictExport, predictStart } from '../world/predict.ts';
import { World } from '../world/world.ts';

/** The model, or the world around it, threw instead of predicting: a bug of Lockstep, not of a chain. */
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

/** The world after an order, and the block that the order made. A start makes none. */
export interface StepResult {
  readonly world: World;
  readonly block: Block | undefined;
}

/** Called after each order of a run with what the model predicted, the index of the action, and the result. */
export type StepListener = (order: Order, step: Step, index: number, result: StepResult) => void;

/** Runs a trace on the model alone. Only a program can compute app hashes, so placeholders stand for them. */
export class ModelRun {
  readonly world: World;
  readonly #agenda: Agenda;
  readonly #onStep: StepListener | undefined;
  #index = -1;

  constructor(setup: Setup, model: WorldModel, onStep?: StepListener, lifted?: ReadonlySet<ExclusionName>) {
    this.world = new World(setup, model, lifted);
    this.#agenda = new Agenda(this.world);
    this.#onStep = onStep;
    this.#attempt(undefined, () => this.#carryOut(World.genesis(setup)));
    this.#index = 0;
  }

  /** Carries out one action. Throws a `ModelRunError`. */
  apply(action: Action): void {
    this.#attempt(action, () => {
      for (const order of this.#agenda.orders(action, this.#index)) this.#carryOut(order);
    });
    this.#index += 1;
  }

  /** Ends the trace; the actions that have done nothing. */
  end(): readonly LeftOut[] {
    this.#agenda.end();
    return this.#agenda.leftOut;
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
      else world.commitExport(order.chain, prepared, placeholderHash(order.chain, prepared.began.height - 1n));
      this.#onStep?.(order, prepared.step, this.#index, { world, block: undefined });
    } else if (order.kind === 'changeover') {
      world.commitChangeover(order);
    } else if (order.kind === 'start') {
      const step = predictStart(world.model, order.genesis);
      world.commitStart(order, step, placeholderHash(order.chain, 0n));
      this.#onStep?.(order, step, this.#index, { world, block: undefined });
    } else {
      const prepared = world.prepareBlock(order);
      if (prepared.step.observation.halt !== undefined) world.commitHalt(order.chain, prepared.block.time);
      else world.commitBlock(prepared, placeholderHash(order.chain, prepared.block.height));
      this.#onStep?.(order, prepared.step, this.#index, { world, block: prepared.block });
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

/** The actions of a trace that do nothing. Throws a `ModelRunError` with the index of the action that breaks the model. */
export function leftOutOf(trace: Trace, model: WorldModel): readonly LeftOut[] {
  const run = new ModelRun(setupOf(trace), model);
  for (const action of trace.actions) run.apply(action);
  return run.end();
}

/** Runs a whole trace on the model alone. Throws a `ModelRunError` with the index of the action that breaks it. */
export function runModel(trace: Trace, model: WorldModel, onStep?: StepListener): World {
  const run = new ModelRun(setupOf(trace), model, onStep);
  for (const action of trace.actions) run.apply(action);
  return run.world;
}

/** A placeholder for an app hash, unique to the chain and height. */
function placeholderHash(chain: string, height: bigint): Hex {
  return Buffer.from(`${chain}/${height}`).toString('hex').padStart(64, '0');
}
