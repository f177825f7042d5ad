import type { ExclusionName } from '../../specs/exclusions/index.ts';
import { corpus } from '../../traces/corpus.ts';
import { missingFeatures } from '../../traces/file.ts';
import { drawCampaign } from '../../traces/generate.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import type { NamedTrace } from './campaign.ts';
import { featuresUnderTest } from '../follow/world-model.ts';

/** What the traces of a campaign depend on. */
export interface SourceParts {
  /** Decides every random trace. */
  readonly seed: number;
  /** How many actions a random trace has. */
  readonly steps: number;
  /** Whether the stored corpus comes first. */
  readonly corpus: boolean;
  readonly model: WorldModel;
  /** The exclusions that are lifted for random traces. */
  readonly lifted?: ReadonlySet<ExclusionName>;
}

/**
 * The corpus, as far as the release has what it needs, then random traces without end; `undefined` again and again
 * while one is being drawn.
 */
export function* campaignSources({
  seed,
  steps,
  corpus: stored,
  model,
  lifted,
}: SourceParts): Generator<NamedTrace | undefined> {
  if (stored) {
    const features = featuresUnderTest(model);
    for (const { path, trace } of corpus()) {
      if (missingFeatures(trace, features).length > 0) continue;
      yield { name: trace.name ?? path, trace };
    }
  }
  for (const trace of drawCampaign({ seed: String(seed), steps, model, ...(lifted && { lifted }) })) {
    yield trace && { name: trace.name ?? String(seed), trace };
  }
}

/**
 * Those traces that begin within so many and within `time` seconds of `begun` (as `performance.now` counts); at least
 * one, for the canary may have taken all of the time.
 */
export function* limited(
  traces: Iterable<NamedTrace | undefined>,
  most: number | undefined,
  begun: number,
  time: number | undefined,
): Generator<NamedTrace | undefined> {
  let count = 0;
  for (const trace of traces) {
    if (count === most) return;
    if (count > 0 && time !== undefined && performance.now() - begun > time * 1000) return;
    if (trace !== undefined) count++;
    yield trace;
  }
}
