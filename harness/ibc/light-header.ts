import type { HeaderClaim } from '../../specs/claim.ts';
import type { Hex, Value } from '../../specs/value.ts';
import { validatorsHash, type ValidatorSet } from '../../model/consensus/validator-set.ts';
import type { Codec } from '../codec/codec.ts';
import { validatorSetValue } from './validator-set.ts';
import { listIn, messageIn, textIn } from '../observe/fields.ts';
import { signedCommit } from './commit.ts';
import { headerHash, type BlockId, type Header } from './header.ts';

/** A block that a chain has made, as far as a light client of it asks. */
export interface MadeBlock {
  readonly header: Header;
  readonly blockId: BlockId;
  /** Addresses of those who did not sign it. */
  readonly absent: ReadonlySet<Hex>;
  /** Addresses of those who precommitted no block; by default none. */
  readonly nil?: ReadonlySet<Hex>;
  /** `tendermint.types.Commit` of validators that signed for themselves; without it the harness signs for them. */
  readonly commit?: Value;
}

/**
 * `ibc.lightclients.tendermint.v1.Header` of a block, or of a forged one at the same height, signed and then broken
 * where the claim says so (ICS-07). Throws when the claim says of a real block what is not true: then the model and the
 * engine do not mean the same one.
 */
export function lightHeader(codec: Codec, made: MadeBlock, set: ValidatorSet, claim: HeaderClaim): Value {
  if (claim.variant === undefined) agree(made, set, claim);
  const block = claim.variant === undefined ? made : forge(codec, made, claim, claim.variant);
  const signers = claim.variant === undefined ? set : claim.validators;
  const { header, blockId, absent, nil } = block;
  const { chain_id: chainId, height, time } = header;
  const round = BigInt(claim.variant?.round ?? 0);
  const commit =
    block.commit ??
    signedCommit(codec, { chainId, height, time, blockId, round, set: signers, absent, ...(nil && { nil }) });
  return {
    ...(claim.bare !== true && { '@type': '/ibc.lightclients.tendermint.v1.Header' }),
    signed_header: {
      header: claim.tampered === 'app-hash' ? { ...header, app_hash: 'ff'.repeat(32) } : header,
      commit: claim.tampered === 'signature' ? withBrokenSignature(commit) : commit,
    },
    validator_set: validatorSetValue(claim.tampered === 'validators' ? withOtherPower(signers) : signers),
    trusted_height: claim.trusted_height,
    trusted_validators: validatorSetValue(
      claim.tampered === 'trusted-validators' ? withOtherPower(claim.trusted_validators) : claim.trusted_validators,
    ),
  };
}

/** A block that the chain never made, at the height of one that it made. */
function forge(
  codec: Codec,
  made: MadeBlock,
  claim: HeaderClaim,
  { data_hash, nil = [] }: NonNullable<HeaderClaim['variant']>,
): MadeBlock {
  const header: Header = {
    ...made.header,
    time: claim.time,
    app_hash: claim.app_hash,
    next_validators_hash: claim.next_validators_hash,
    validators_hash: validatorsHash(claim.validators),
    data_hash: data_hash === '' ? made.header.data_hash : data_hash,
  };
  const signed = new Set([...claim.signed, ...nil]);
  const absent = claim.validators.map(({ address }) => address).filter((address) => !signed.has(address));
  const blockId = { ...made.blockId, hash: headerHash(codec, header) };
  return { header, blockId, absent: new Set(absent), nil: new Set(nil) };
}

function agree({ header, absent }: MadeBlock, set: ValidatorSet, claim: HeaderClaim): void {
  const signed = set.map(({ address }) => address).filter((address) => !absent.has(address));
  const pairs: readonly (readonly [what: string, claimed: string, real: string])[] = [
    ['chain id', claim.chain_id, header.chain_id],
    ['time', String(claim.time), String(header.time)],
    ['app hash', claim.app_hash, header.app_hash],
    ['next validators', claim.next_validators_hash, header.next_validators_hash],
    ['validators', validatorsHash(claim.validators), header.validators_hash],
    ['signers', claim.signed.join(), signed.join()],
  ];
  for (const [what, claimed, real] of pairs) {
    if (claimed === real) continue;
    throw new Error(`${claim.chain} at ${header.height}: the claim says ${what} ${claimed}, the header has ${real}`);
  }
}

/** Flips a bit in the first signature of a commit. */
function withBrokenSignature(commit: Value): Value {
  const fields = messageIn(commit, 'commit');
  const signatures = listIn(fields['signatures'], 'commit.signatures').map((entry) => messageIn(entry, 'signature'));
  const first = signatures.findIndex(({ signature = '' }) => signature !== '');
  const broken = signatures.map((entry, i) => {
    if (i !== first) return entry;
    const bytes = Buffer.from(textIn(entry['signature'], 'signature'), 'hex');
    bytes.writeUInt8(bytes.readUInt8() ^ 1);
    return { ...entry, signature: bytes.toString('hex') };
  });
  return { ...fields, signatures: broken };
}

/** The set with one more power for the last, who need not be the proposer. */
function withOtherPower(set: ValidatorSet): ValidatorSet {
  return set.map((validator, i) => (i === set.length - 1 ? { ...validator, power: validator.power + 1n } : validator));
}
