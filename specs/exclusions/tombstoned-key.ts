import { withheldExclusion } from '../exclusion.ts';

/** MsgCreateValidator. */
export const tombstonedKey = withheldExclusion({
  name: 'tombstoned-key',
  notDrawn: 'a new validator with a consensus key that is tombstoned',
  deviation: 'barred-never-validates',
});
