import { BECH32_PREFIX } from '../../specs/bech32-prefix.ts';
import { addressOf } from '../bech32.ts';
import { ensure } from './errors.ts';

/** Checks that the signer of a message is an account, without any state (ibc-go, `ValidateBasic`). */
export function checkSigner(signer: string): void {
  const isAccount = Object.values(BECH32_PREFIX).some((prefix) => addressOf(prefix, signer) !== undefined);
  ensure(isAccount, 'invalidAddress', `${signer} is no account`);
}
