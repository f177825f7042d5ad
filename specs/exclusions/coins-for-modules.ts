import { withheldExclusion } from '../exclusion.ts';

/** MsgSend and MsgTransfer. */
export const coinsForModules = withheldExclusion({
  name: 'coins-for-modules',
  notDrawn: 'coins that are sent to a module account before it exists',
  deviation: 'consumer-can-connect',
});
