import { withheldExclusion } from '../exclusion.ts';

/** MsgSend and MsgTransfer. */
export const coinsForModules = withheldExclusion({
  name: 'coins-for-modules',
  notDrawn: 'coins for the account of a module before the module has created it',
  deviation: 'consumer-can-connect',
});
