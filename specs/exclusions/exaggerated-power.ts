import { withheldExclusion } from '../exclusion.ts';

/** Slash packets. */
export const exaggeratedPower = withheldExclusion({
  name: 'exaggerated-power',
  notDrawn: 'slash packets with more power than the validator had',
  deviation: 'punished-for-power-at-infraction',
});
