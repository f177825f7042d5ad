import { bech32 } from '../bech32.ts';
import type { Context } from '../context.ts';
import { moduleAddress } from '../sdk/auth/module-accounts.ts';

/** The account that governance acts with, in bech32. */
export function authority({ bech32Prefix }: Context): string {
  return bech32(bech32Prefix, moduleAddress('gov'));
}
