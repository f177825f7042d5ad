import type { ExclusionName } from '../../specs/exclusions/index.ts';
import { corpus } from '../../traces/corpus.ts';
import { missingFeatures } from '../../traces/format/file.ts';
import { drawCampaign } from '../../traces/generate/generate.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import type { NamedTrace } from './trace-run.ts';
import { featuresUnderTest } from '../follow/world-model.ts';

/** The stored traces that the programs under test have the features for, in the order of the corpus. */
export function storedTraces(model: WorldModel): NamedTrace[] {
  const features = featuresUnderTest(model);
  return corpus()
    .filter(({ trace }) => missingFeatures(trace, features).length === 0)
    .map(({ path, trace }) => ({ name: trace.name ?? path, trace }));
}

/** What the random traces of a campaign depend on. */
export interface RandomParts {
  /** Decides every random trace. */
  readonly seed: number;
  /** How many actions a random trace has. */
  readonly steps: number;
  readonly model: WorldModel;
  /** The exclusions that are lifted for random traces. */
  readonly lifted?: ReadonlySet<ExclusionName>;
}

/** Random traces without end; `undefined` again and again while one is being drawn. */
export function* randomTraces({ seed, steps, model, lifted }: RandomParts): Generator<NamedTrace | undefined> {
  for (const trace of drawCampaign({ seed: String(seed), steps, model, ...(lifted && { lifted }) })) {
    yield trace && { name: trace.name ?? String(seed), trace };
  }
}

/** What ends a campaign. */
export interface CampaignLimits {
  /** How many traces there are, the stored ones included. */
  readonly traces?: number | undefined;
  /** How many seconds after the end of the corpus no further trace starts. */
  readonly seconds?: number | undefined;
}

/**
 * The stored traces, then random ones until a limit is reached. The time never cuts the corpus short: its clock starts
 * when the first random trace is asked for, and at least one random trace runs.
 */
export function* limited(
  stored: readonly NamedTrace[],
  random: Iterable<NamedTrace | undefined>,
  { traces = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY }: CampaignLimits,
): Generator<NamedTrace | undefined> {
  yield* stored.slice(0, traces);
  let left = traces - stored.length;
  if (left <= 0) return;
  const end = performance.now() + seconds * 1000;
  let isFirst = true;
  for (const trace of random) {
    if (!isFirst && performance.now() > end) return;
    yield trace;
    if (trace === undefined) continue;
    isFirst = false;
    if (--left === 0) return;
  }
}
