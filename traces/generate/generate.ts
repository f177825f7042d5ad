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

/** What a generated trace depends on. */
export interface GenerateOptions {
  /** The same seed gives the same trace, byte for byte. */
  readonly seed: string;
  /** How many actions. */
  readonly steps: number;
  /** The model that says what is worth doing next. */
  readonly model: WorldModel;
  /** The features that the trace asks a release for. */
  readonly requires?: readonly string[];
  /** The exclusions that are lifted: what they leave out is drawn; by default none. */
  readonly lifted?: ReadonlySet<ExclusionName>;
}

/** So often, in percent, an action of the opening comes next while there is one. */
const OPENING = 84;

/**
 * Draws a trace. The model runs beside and says what suits; should it break, the trace ends with the action that
 * broke it, so that whoever runs the trace meets the same error.
 */
export function generateTrace(options: GenerateOptions): Trace {
  const drawing = drawTrace(options);
  for (;;) {
    const { done, value } = drawing.next();
    if (done === true) return value;
  }
}

/** Draws a trace action by action: it yields after each, so that who waits for the trace can do something else. */
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

/** The traces of a campaign, without end: the n-th depends on the seed and on n alone. */
export function* campaignTraces(options: GenerateOptions): Generator<Trace, void, void> {
  for (const trace of drawCampaign(options)) if (trace !== undefined) yield trace;
}

/** The same; while a trace is being drawn it yields `undefined` after each action. */
export function* drawCampaign(options: GenerateOptions): Generator<Trace | undefined, never, void> {
  for (let n = 0; ; n++) yield yield* drawTrace({ ...options, seed: `${options.seed}/${n}` });
}

function draw(world: World, random: Random, swarm: ReadonlyMap<string, number>): Action {
  const kind = pick(random, ACTION_KINDS, (kind) => Math.round(100 * kind.weight(world) * (swarm.get(kind.kind) ?? 1)));
  if (kind === undefined) throw new Error('no kind of action has any weight');
  return kind.draw(world).generate(random, undefined).value;
}
