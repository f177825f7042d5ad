import { withheldExclusion } from '../exclusion.ts';

/** The changeover of a standalone chain to a consumer. */
export const changingSetAtChangeover = withheldExclusion({
  name: 'changing-set-at-changeover',
  notDrawn: 'a change of the bonded validators of a standalone chain in the block of its changeover',
  deviation: 'changeover-replaces-all',
});
