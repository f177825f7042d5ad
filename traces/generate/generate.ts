import type { Random } from 'fast-check';
import type { ExclusionName } from '../../specs/exclusions/index.ts';
import type { Action, Trace } from '../../specs/generated/trace.ts';
import { ACTION_KINDS } from '../actions/index.ts';
import { someSetup } from '../draw/setup.ts';
import { Directing } from './directing.ts';
import { ModelRun, ModelRunError } from '../simulate/model-run.ts';
import { Opening } from './opening.ts';
import { chance, pick, randomOf } from './random.ts';
import { TRACE_VERSION } from '../format/schema.ts';
import { DEFAULT_SETUP } from '../setup/setup.ts';
import { swarmOf } from './swarm.ts';
import type { World } from '../world/world.ts';
import type { WorldModel } from '../world/model.ts';

/** Everything that a generated trace depends on. */
export interface GenerateOptions {
  /** The same seed gives the same trace, byte for byte. */
  readonly seed: string;
  /** The number of actions. */
  readonly steps: number;
  /** The model that runs along and shows which actions make sense. */
  readonly model: WorldModel;
  /** The features that the trace requires of a release. */
  readonly requires?: readonly string[];
  /** The exclusions that are lifted: their inputs are drawn. By default none. */
  readonly lifted?: ReadonlySet<ExclusionName>;
}

/** The probability, in percent, that the next action comes from the opening while it has any left. */
const OPENING = 84;

/**
 * Generates a trace. The model runs along and shows which actions make sense. If the model throws, the trace ends with
 * that action, so that a run of the trace fails with the same error.
 */
export function generateTrace(options: GenerateOptions): Trace {
  const drawing = drawTrace(options);
  for (;;) {
    const { done, value } = drawing.next();
    if (done === true) return value;
  }
}

/** Generates a trace and yields after each action, so that the caller can do other work in between. */
function* drawTrace({ seed, steps, model, requires = [], lifted }: GenerateOptions): Generator<undefined, Trace, void> {
  const setup = someSetup.generate(randomOf(`${seed}/setup`), undefined).value;
  const actions: Action[] = [];
  const trace: Trace = {
    lockstep: TRACE_VERSION,
    name: seed,
    ...(requires.length > 0 && { requires }),
    setup,
    actions,
  };
  const swarm = swarmOf(randomOf(`${seed}/swarm`));
  try {
    const run = new ModelRun({ ...DEFAULT_SETUP, ...setup }, model, undefined, lifted);
    const opening = new Opening(run.world, randomOf(`${seed}/opening`));
    const directing = new Directing(run.world, randomOf(`${seed}/scenes`));
    while (actions.length < steps) {
      const random = randomOf(`${seed}/${actions.length}`);
      const action =
        (chance(random, OPENING) ? opening.next() : undefined) ?? directing.next() ?? draw(run.world, random, swarm);
      actions.push(action);
      run.apply(action);
      yield;
    }
  } catch (error) {
    if (!(error instanceof ModelRunError)) throw error;
  }
  return trace;
}

/** The endless sequence of traces of a campaign. Trace n depends only on the seed and n. */
export function* campaignTraces(options: GenerateOptions): Generator<Trace, void, void> {
  for (const trace of drawCampaign(options)) if (trace !== undefined) yield trace;
}

/** Like `campaignTraces`, but yields `undefined` after each action of a trace. */
export function* drawCampaign(options: GenerateOptions): Generator<Trace | undefined, never, void> {
  for (let n = 0; ; n++) yield yield* drawTrace({ ...options, seed: `${options.seed}/${n}` });
}

function draw(world: World, random: Random, swarm: ReadonlyMap<string, number>): Action {
  const kind = pick(random, ACTION_KINDS, (kind) => Math.round(100 * kind.weight(world) * (swarm.get(kind.kind) ?? 1)));
  if (kind === undefined) throw new Error('no kind of action has any weight');
  return kind.draw(world).generate(random, undefined).value;
}
