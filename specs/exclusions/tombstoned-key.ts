import { withheldExclusion } from '../exclusion.ts';

/** MsgCreateValidator. */
export const tombstonedKey = withheldExclusion({
  name: 'tombstoned-key',
  notDrawn: 'a new validator with a tombstoned consensus key',
  deviation: 'tombstoned-never-validates',
});
