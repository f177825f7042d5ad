import type { HeaderClaim } from '../../../specs/claim.ts';
import { consensusStates, type TendermintClientState } from '../../../specs/tables/ibc/client.ts';
import type { Nanos } from '../../../specs/value.ts';
import { totalPower, validatorsHash } from '../../consensus/validator-set.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';
import { compareHeights, heightText } from '../height.ts';
import { consensusKey, isExpired } from './status.ts';

/** Checks a header without state (ICS-07): its parts must be consistent. */
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
  ensure(isCommitted(header), 'unverifiedHeader', 'too few validators signed the header, or a signature is wrong');
}

function checkTime(time: Nanos, trusted: Nanos, limit: Nanos): void {
  ensure(time > trusted, 'unverifiedHeader', 'the header is not later than the trusted one');
  ensure(time < limit, 'unverifiedHeader', 'the header is from the future');
}

/** The next header must have the validators that the trusted one names; a later one must be signed by enough of them. */
function checkTrust(client: TendermintClientState, nextValidatorsHash: string, header: HeaderClaim): void {
  const { height, trusted_height, validators } = header;
  if (height.revision_height === trusted_height.revision_height + 1n) {
    const expected = validatorsHash(validators) === nextValidatorsHash;
    ensure(expected, 'unverifiedHeader', 'the next header has other validators than announced');
    return;
  }
  ensure(isTrusted(client, header), 'unverifiedHeader', 'too few of the trusted validators signed the header');
}

/** Whether enough of the validators that a header trusts signed it (CometBFT, `VerifyCommitLightTrusting`). */
export function isTrusted({ trust_level }: TendermintClientState, header: HeaderClaim): boolean {
  const { numerator, denominator } = trust_level;
  const signers = new Set(header.signed);
  const power = totalPower(header.trusted_validators.filter(({ address }) => signers.has(address)));
  return power > (totalPower(header.trusted_validators) * numerator) / denominator;
}

/** Whether enough of a header's own validators signed it, with good signatures (CometBFT, `VerifyCommitLight`). */
export function isCommitted({ validators, signed, tampered }: HeaderClaim): boolean {
  const signers = new Set(signed);
  const power = totalPower(validators.filter(({ address }) => signers.has(address)));
  // The broken signature is the first one of the commit: later ones are not always looked at.
  return power > (totalPower(validators) * 2n) / 3n && tampered !== 'signature';
}
