import type { Deviation } from '../deviation.ts';
import { holdsTransfers } from '../history/dead-ends.ts';
import type { Watch } from '../witness.ts';

/** Which accounts may receive a transfer (ICS-20 §Receiving). */
export const transferAccountTakesCoins: Deviation = {
  name: 'transfer-account-takes-coins',
  describes:
    'A transfer to a module account should be refused, because its coins would be lost. The releases with ibc-go v10 accept a transfer to the account of the transfer module.',
  breaks: 'ICS-20 §Receiving; SDK x/bank §Blocked addresses',
  source: 'observed: the balance of the account of the transfer module',
  appliesTo: 'releases with the feature ibc-transfer-v2',
  trace: 'transfer-to-transfer-account',
  watch: (): Watch => ({ sees: (event) => event.event === 'block' && holdsTransfers(event) }),
};
