import type { HeaderClaim } from '../../../specs/claim.ts';
import { consensusStates, type TendermintClientState } from '../../../specs/tables/ibc/client.ts';
import type { Nanos } from '../../../specs/value.ts';
import { totalPower, validatorsHash } from '../../consensus/validator-set.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';
import { compareHeights, heightText } from '../height.ts';
import { consensusKey, isExpired } from './status.ts';

/** Checks a header without a look at any state (ICS-07): its parts must fit together. */
export function checkHeader(header: HeaderClaim): void {
  ensure(header.tampered !== 'app-hash', 'unverifiedHeader', 'the commit is for another header');
  const newer = compareHeights(header.height, header.trusted_height) > 0;
  ensure(newer, 'invalidHeaderHeight', `the trusted height ${heightText(header.trusted_height)} is not lower`);
  ensure(header.tampered !== 'validators', 'invalidClientHeader', 'the validators are not those that the header names');
}

/** Checks a header against what a client trusts (ICS-07, `checkValidityAndUpdateState`). */
export function verifyHeader(
  context: Context,
  clientId: string,
  client: TendermintClientState,
  header: HeaderClaim,
): void {
  const { draft, block } = context;
  const trusted = draft.get(consensusStates, consensusKey(clientId, header.trusted_height));
  const at = heightText(header.trusted_height);
  ensure(trusted !== undefined, 'consensusStateNotFound', `${clientId} does not trust a header of ${at}`);
  ensure(header.trusted_validators.length > 0, 'unregistered', 'the header names no trusted validators');
  const fitting =
    header.tampered !== 'trusted-validators' &&
    validatorsHash(header.trusted_validators) === trusted.next_validators_hash;
  ensure(fitting, 'invalidTrustedValidators', `the validators are not those that the header of ${at} names`);
  const revision = header.height.revision_number === header.trusted_height.revision_number;
  ensure(revision, 'invalidHeaderHeight', 'the header is of another revision');
  ensure(header.chain_id === client.chain_id, 'unverifiedHeader', `the header is of ${header.chain_id}`);
  ensure(!isExpired(client, trusted.timestamp, block.time), 'unverifiedHeader', `the header of ${at} has expired`);
  checkTime(header.time, trusted.timestamp, block.time + client.max_clock_drift);
  checkTrust(client, trusted.next_validators_hash, header);
  checkSignatures(header);
}

function checkTime(time: Nanos, trusted: Nanos, limit: Nanos): void {
  ensure(time > trusted, 'unverifiedHeader', 'the header is not later than the trusted one');
  ensure(time < limit, 'unverifiedHeader', 'the header is from the future');
}

/** The next header must have the validators that the trusted one names; a later one must be signed by enough of them. */
function checkTrust(client: TendermintClientState, nextValidatorsHash: string, header: HeaderClaim): void {
  const { height, trusted_height, validators, trusted_validators, signed } = header;
  if (height.revision_height === trusted_height.revision_height + 1n) {
    const expected = validatorsHash(validators) === nextValidatorsHash;
    ensure(expected, 'unverifiedHeader', 'the next header has other validators than announced');
    return;
  }
  const { numerator, denominator } = client.trust_level;
  const needed = (totalPower(trusted_validators) * numerator) / denominator;
  const signers = new Set(signed);
  const power = totalPower(trusted_validators.filter(({ address }) => signers.has(address)));
  ensure(power > needed, 'unverifiedHeader', `trusted validators of power ${power} signed, more than ${needed} must`);
}

/** More than two thirds of the power of the header's own validators must have signed, as far as anyone looks. */
function checkSignatures({ validators, signed, tampered }: HeaderClaim): void {
  const signers = new Set(signed);
  const needed = (totalPower(validators) * 2n) / 3n;
  const power = totalPower(validators.filter(({ address }) => signers.has(address)));
  ensure(power > needed, 'unverifiedHeader', `validators of power ${power} signed, more than ${needed} must`);
  // The broken signature is the first one of the commit: later ones are not always looked at.
  ensure(tampered !== 'signature', 'unverifiedHeader', 'a signature is wrong');
}
