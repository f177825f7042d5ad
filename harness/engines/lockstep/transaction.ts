import type { Coin, Tx } from '../../../specs/block.ts';
import type { AccountKey } from '../../../traces/setup/keys.ts';
import type { Codec } from '../../codec/codec.ts';

/** Enough for the largest bunch of packets; blocks have no limit of their own. */
const GAS_LIMIT = 500_000_000n;

/** Bytes that no program takes for a transaction. */
const NO_TRANSACTION = Buffer.from('ff', 'hex');

/** Who signs a transaction, and what the signature covers beside it. */
export interface SignedBy {
  readonly key: AccountKey;
  readonly chainId: string;
  readonly accountNumber: bigint;
  readonly sequence: bigint;
}

/** A transaction as the chain reads it (`cosmos.tx.v1beta1.TxRaw`), signed over its bytes (SIGN_MODE_DIRECT). */
export function signTx(
  codec: Codec,
  { messages, fee, memo = '', timeoutHeight = 0n, undecodable }: Omit<Tx, 'signer' | 'publicKey' | 'sequence'>,
  { key, chainId, accountNumber, sequence }: SignedBy,
): Buffer {
  if (undecodable === true) return NO_TRANSACTION;
  const body_bytes = hex(codec.encode('cosmos.tx.v1beta1.TxBody', { messages, memo, timeout_height: timeoutHeight }));
  const auth_info_bytes = hex(codec.encode('cosmos.tx.v1beta1.AuthInfo', authInfo(key, fee, sequence)));
  const doc = { body_bytes, auth_info_bytes, chain_id: chainId, account_number: accountNumber };
  const signature = key.sign(codec.encode('cosmos.tx.v1beta1.SignDoc', doc)).toString('hex');
  return Buffer.from(codec.encode('cosmos.tx.v1beta1.TxRaw', { body_bytes, auth_info_bytes, signatures: [signature] }));
}

/** `cosmos.tx.v1beta1.AuthInfo` of one signer. */
export function authInfo(key: AccountKey, fee: readonly Coin[], sequence: bigint, gas = GAS_LIMIT) {
  return {
    signer_infos: [
      {
        public_key: { '@type': '/cosmos.crypto.secp256k1.PubKey', key: key.publicKey.toString('hex') },
        mode_info: { single: { mode: 'SIGN_MODE_DIRECT' } },
        sequence,
      },
    ],
    fee: { amount: fee, gas_limit: gas },
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
