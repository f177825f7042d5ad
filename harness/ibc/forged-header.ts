import type { HeaderClaim } from '../../specs/claim.ts';
import type { Value } from '../../specs/value.ts';
import { validatorsHash } from '../../model/consensus/validator-set.ts';
import type { Codec } from '../codec/codec.ts';
import { PARTS, headerHash, headerOf } from './header.ts';
import { lightHeader } from './light-header.ts';

/**
 * `ibc.lightclients.tendermint.v1.Header` of a block that nobody has made: all of it is as the claim says, and the
 * validators that it names have really signed it.
 */
export function forgedHeader(codec: Codec, claim: HeaderClaim): Value {
  const { validators, signed } = claim;
  const header = headerOf(
    {
      chainId: claim.chain_id,
      height: claim.height.revision_height,
      time: claim.time,
      appHash: claim.app_hash,
      validatorsHash: validatorsHash(validators),
      nextValidatorsHash: claim.next_validators_hash,
      proposer: validators[0]?.address ?? '',
    },
    undefined,
    [],
  );
  const blockId = { hash: headerHash(codec, header), part_set_header: PARTS };
  const absent = new Set(validators.map(({ address }) => address).filter((address) => !signed.includes(address)));
  return lightHeader(codec, { header, blockId, absent }, validators, claim);
}
