import { createHash } from 'node:crypto';
import { bech32 } from '../model/bech32.ts';
import { accountKey } from './keys.ts';

/** The account of the governance module: the first 20 bytes of sha256 of its name (SDK module accounts). */
const GOV = createHash('sha256').update('gov').digest('hex').slice(0, 40);

/** The address of one who may own a consumer: an account, `gov` for the governance module, `nobody` for no address. */
export function ownerAddress(name: string): string {
  if (name === 'nobody') return 'nobody';
  return bech32('cosmos', name === 'gov' ? GOV : accountKey(name).address);
}
