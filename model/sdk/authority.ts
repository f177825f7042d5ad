import { bech32 } from '../bech32.ts';
import type { Context } from '../context.ts';
import { moduleAddress } from './auth/module-accounts.ts';
import { ensure } from './errors.ts';

/** The account that governance acts with, in bech32. */
export function authority({ bech32Prefix }: Context): string {
  return bech32(bech32Prefix, moduleAddress('gov'));
}

/** Refuses a message that only governance may send and that names somebody else. */
export function requireAuthority(context: Context, text: string): void {
  ensure(text === authority(context), 'wrongAuthority', `${text} is not the governance account`);
}
