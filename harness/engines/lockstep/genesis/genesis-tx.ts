import type { GenesisValidator } from '../../../../specs/genesis.ts';
import { bech32 } from '../../../../model/bech32.ts';
import { accountKeyAt } from '../../../../traces/setup/keys.ts';
import type { Codec } from '../../../codec/codec.ts';
import { authInfo } from '../transaction.ts';

const GAS = 500_000n;

/** The genesis transaction of a validator, as JSON: a signed `MsgCreateValidator` with account number and sequence 0. */
export function genesisTx(
  codec: Codec,
  chainId: string,
  validator: GenesisValidator,
  denom: string,
  prefix: string,
): unknown {
  const key = accountKeyAt(validator.operator);
  if (key === undefined) throw new Error(`nobody has the key of the account ${validator.operator}`);
  const body = {
    messages: [
      {
        '@type': '/cosmos.staking.v1beta1.MsgCreateValidator',
        description: { moniker: validator.moniker },
        commission: validator.commission,
        min_self_delegation: validator.min_self_delegation,
        validator_address: bech32(prefix, validator.operator),
        pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: validator.pubKey },
        value: { denom, amount: validator.tokens },
      },
    ],
  };
  const auth_info = authInfo(key, [], 0n, GAS);
  const hex = (type: string, value: Parameters<Codec['encode']>[1]): string =>
    Buffer.from(codec.encode(type, value)).toString('hex');
  const doc = codec.encode('cosmos.tx.v1beta1.SignDoc', {
    body_bytes: hex('cosmos.tx.v1beta1.TxBody', body),
    auth_info_bytes: hex('cosmos.tx.v1beta1.AuthInfo', auth_info),
    chain_id: chainId,
  });
  const signatures = [key.sign(doc).toString('hex')];
  const bytes = codec.encode('cosmos.tx.v1beta1.Tx', { body, auth_info, signatures });
  return codec.toGenesisJson('cosmos.tx.v1beta1.Tx', codec.decode('cosmos.tx.v1beta1.Tx', bytes));
}
