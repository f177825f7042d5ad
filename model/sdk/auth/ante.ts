import { SINGLETON } from '../../../specs/key.ts';
import type { Tx } from '../../../specs/block.ts';
import { authParams } from '../../../specs/tables/auth.ts';
import type { Hex } from '../../../specs/value.ts';
import { sendToModule } from '../bank/send.ts';
import { areValidCoins } from '../coins.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';
import { baseAccount, hasAccount, updateAccount } from './accounts.ts';
import { signersOf } from './signers.ts';

/** The sequence that the chain expects of an account's next transaction; 0 for an account that does not exist. */
export function nextSequence(context: Context, signer: Hex): bigint {
  return baseAccount(context, signer)?.sequence ?? 0n;
}

/** The number of an account, which its signatures cover; 0 for an account that does not exist. */
export function accountNumber(context: Context, signer: Hex): bigint {
  return baseAccount(context, signer)?.account_number ?? 0n;
}

/**
 * What the SDK checks of a transaction before it runs its messages (ante handlers): one signature for each signer,
 * a fee payer that can pay, the signer's key and its sequence. Writes the fee, the key and the new sequence.
 */
export function sdkAnte(context: Context, tx: Tx, sequence: bigint): void {
  ensure(tx.messages.length > 0, 'invalidRequest', 'no message');
  ensure(
    tx.fee.every(({ amount }) => amount >= 0n),
    'insufficientFee',
    'a negative fee',
  );
  checkTimeout(context, tx);
  checkMemo(context, tx);
  const signers = signersOf(context, tx.messages);
  const [signer] = signers;
  ensure(signer !== undefined && signers.length === 1, 'unauthorized', 'one signature for several signers');
  deductFee(context, tx, signer);
  ensure(signer === tx.signer, 'invalidPubKey', 'the key is not that of the signer');
  setPublicKey(context, signer, tx.publicKey);
  ensure(sequence === nextSequence(context, signer), 'wrongSequence', 'not the next sequence');
  const number = tx.accountNumber === undefined ? accountNumber(context, signer) : tx.accountNumber;
  ensure(number === accountNumber(context, signer), 'unauthorized', 'the signature is not for this account');
  updateAccount(context, signer, { sequence: sequence + 1n });
}

function checkTimeout({ block }: Context, { timeoutHeight = 0n }: Tx): void {
  ensure(timeoutHeight === 0n || block.height <= timeoutHeight, 'timeoutHeight', 'the transaction comes too late');
}

function checkMemo({ draft }: Context, { memo = '' }: Tx): void {
  const most = draft.get(authParams, SINGLETON)?.max_memo_characters ?? 0n;
  ensure(memo === '' || BigInt(Buffer.byteLength(memo)) <= most, 'memoTooLarge', 'the memo is too long');
}

/** The first signer pays; the fee collector keeps it until the next block. */
function deductFee(context: Context, { fee }: Tx, payer: Hex): void {
  ensure(hasAccount(context, payer), 'unknownAddress', 'the fee payer has no account');
  if (fee.every(({ amount }) => amount === 0n)) return;
  ensure(areValidCoins(fee), 'insufficientFee', 'the fee is not well formed');
  sendToModule(context, payer, 'fee_collector', fee);
}

/** The first transaction of an account stores its key. */
export function setPublicKey(context: Context, address: Hex, key: Hex): void {
  if (baseAccount(context, address)?.pub_key !== null) return;
  updateAccount(context, address, {
    pub_key: { '@type': '/cosmos.crypto.secp256k1.PubKey', key },
  });
}
