import { withheldExclusion } from '../exclusion.ts';

/** The evidence that consensus hands to a program. */
export const evidenceAgainstRemoved = withheldExclusion({
  name: 'evidence-against-removed',
  notDrawn: 'consensus evidence against a validator that has been removed since it signed',
  deviation: 'live-blockchain',
});
