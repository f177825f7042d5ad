import type { Message } from '../../../specs/block.ts';
import type { GenesisValidator } from '../../../specs/genesis.ts';
import type { Dec, Value } from '../../../specs/value.ts';
import { addressOf } from '../../../model/bech32.ts';
import type { Codec } from '../../codec/codec.ts';
import { BeyondModel } from '../../facts/beyond-model.ts';

/** `cosmos.tx.v1beta1.Tx`, as far as a genesis transaction needs it. */
interface GenesisTx {
  readonly body: { readonly messages: readonly Message[] } | null;
  readonly auth_info: {
    readonly signer_infos: readonly { readonly public_key: { readonly key?: string } | null }[];
    readonly fee: { readonly amount: readonly Value[] } | null;
  } | null;
}

/** `cosmos.staking.v1beta1.MsgCreateValidator`. */
interface CreateValidator {
  readonly description: Readonly<Record<string, string>>;
  readonly commission: { readonly rate: Dec; readonly max_rate: Dec; readonly max_change_rate: Dec };
  readonly min_self_delegation: bigint;
  readonly validator_address: string;
  readonly pubkey: { readonly '@type': string; readonly key?: string } | null;
  readonly value: { readonly denom: string; readonly amount: bigint };
}

const CREATE = '/cosmos.staking.v1beta1.MsgCreateValidator';
const ED25519 = '/cosmos.crypto.ed25519.PubKey';

/** The validator that a genesis transaction creates. Throws a `BeyondModel` for what the model has no word for. */
export function genesisValidator(
  codec: Codec,
  json: unknown,
  { denom, prefix }: { readonly denom: string; readonly prefix: string },
  place: string,
): GenesisValidator {
  const beyond = (problem: string): BeyondModel =>
    new BeyondModel(`a genesis whose ${place} has ${problem}`, Buffer.from(JSON.stringify(json)));
  // The program's own schema has read it.
  const { body, auth_info } = codec.fromGenesisJson('cosmos.tx.v1beta1.Tx', json) as unknown as GenesisTx;
  const [message, ...more] = body?.messages ?? [];
  if (message?.['@type'] !== CREATE || more.length > 0) throw beyond(`another message than one ${CREATE}`);
  const { description, commission, min_self_delegation, validator_address, pubkey, value } =
    message as unknown as CreateValidator;
  const { moniker = '', ...others } = description;
  const named = Object.entries(others).find(([, text]) => text !== '');
  if (named !== undefined) throw beyond(`a ${named[0]} in the description`);
  if (value.denom !== denom) throw beyond(`a delegation in ${value.denom}`);
  if (pubkey?.['@type'] !== ED25519) throw beyond(`a key of type ${pubkey?.['@type']}`);
  if ((auth_info?.fee?.amount ?? []).length > 0) throw beyond('a fee');
  const operator = addressOf(prefix, validator_address);
  if (operator === undefined) throw beyond(`the validator ${validator_address}, which is no address`);
  return {
    operator,
    operatorKey: auth_info?.signer_infos[0]?.public_key?.key ?? '',
    pubKey: pubkey.key ?? '',
    moniker,
    tokens: value.amount,
    commission: {
      rate: commission.rate,
      max_rate: commission.max_rate,
      max_change_rate: commission.max_change_rate,
    },
    min_self_delegation,
  };
}
