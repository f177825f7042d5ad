import { bech32 } from '../model/bech32.ts';
import { moduleAddress } from '../model/sdk/auth/module-accounts.ts';
import { ownerAddress } from './owner.ts';

/** The address on the provider of one who may receive rewards: an owner, or the account for rewards of consumers. */
export function receiverAddress(name: string): string {
  return name === 'rewards-pool' ? bech32('cosmos', moduleAddress('consumer_rewards_pool')) : ownerAddress(name);
}
