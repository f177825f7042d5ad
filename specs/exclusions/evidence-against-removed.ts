import { withheldExclusion } from '../exclusion.ts';

/** The evidence that CometBFT passes to a program. */
export const evidenceAgainstRemoved = withheldExclusion({
  name: 'evidence-against-removed',
  notDrawn: 'evidence from CometBFT against a validator that has been removed since its infraction',
  deviation: 'live-blockchain',
});
