import { bech32 } from '../../model/bech32.ts';
import { moduleAddress } from '../../model/sdk/auth/module-accounts.ts';
import { accountKey } from '../setup/keys.ts';

/**
 * The address of an owner of a consumer or of an authority: an account, `gov` for the governance module, or `nobody` for
 * an invalid address.
 */
export function ownerAddress(name: string, prefix = 'cosmos'): string {
  if (name === 'nobody') return 'nobody';
  return bech32(prefix, name === 'gov' ? moduleAddress('gov') : accountKey(name).address);
}
