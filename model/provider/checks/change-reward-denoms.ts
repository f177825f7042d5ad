import { isDenom } from '../../sdk/coins.ts';
import { ensure } from '../errors.ts';
import type { MsgChangeRewardDenoms } from '../messages/change-reward-denoms.ts';

/**
 * Checks `MsgChangeRewardDenoms` without state: something changes, and nothing is both added and removed. A malformed
 * denomination is no ordinary error: the program panics when it makes a coin of it.
 */
export function checkChangeRewardDenoms({ denoms_to_add, denoms_to_remove }: MsgChangeRewardDenoms): void {
  const changes = denoms_to_add.length + denoms_to_remove.length > 0;
  ensure(changes, 'invalidChangeRewardDenoms', 'nothing changes');
  for (const denom of denoms_to_add) ensure(isDenom(denom), 'panic', `'${denom}' is no denomination`);
  for (const denom of denoms_to_remove) {
    ensure(isDenom(denom), 'panic', `'${denom}' is no denomination`);
    const isAdded = denoms_to_add.includes(denom);
    ensure(!isAdded, 'invalidChangeRewardDenoms', `${denom} is both added and removed`);
  }
}
