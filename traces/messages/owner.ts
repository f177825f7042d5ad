import { bech32 } from '../../model/bech32.ts';
import { moduleAddress } from '../../model/sdk/auth/module-accounts.ts';
import { accountKey } from '../setup/keys.ts';

/**
 * The address of one who may own a consumer or have authority: an account, `gov` for the governance module, `nobody` for
 * no address.
 */
export function ownerAddress(name: string, prefix = 'cosmos'): string {
  if (name === 'nobody') return 'nobody';
  return bech32(prefix, name === 'gov' ? moduleAddress('gov') : accountKey(name).address);
}
