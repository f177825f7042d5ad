import type { HeaderClaim, MisbehaviourClaim } from '../../../specs/claim.ts';
import type { Features } from '../../../specs/feature.ts';
import { consensusStates, type TendermintClientState } from '../../../specs/tables/ibc/client.ts';
import type { TendermintConsensusState } from '../../../specs/tables/ibc/client.ts';
import { sameValue } from '../../../specs/value.ts';
import { validatorsHash } from '../../consensus/validator-set.ts';
import type { Context } from '../../context.ts';
import { ensure, refuse } from '../errors.ts';
import { compareHeights, heightText } from '../height.ts';
import { checkClientId } from '../identifier.ts';
import { setClientState } from './consensus-store.ts';
import { LOCALHOST } from './id.ts';
import { clientState, consensusKey, isExpired, requireActiveRoute } from './status.ts';
import { FROZEN } from './update.ts';
import { isCommitted, isTrusted } from './verify-header.ts';

/** A header whose commit or whose validators are those of another. */
const TORN: ReadonlySet<string> = new Set(['app-hash', 'validators']);

/** Checks two headers without state (ICS-07, `Misbehaviour`): each must be consistent and committed. */
export function checkMisbehaviour({ client_id, header_1, header_2 }: MisbehaviourClaim, features: Features): void {
  for (const { trusted_height } of [header_1, header_2]) {
    ensure(trusted_height.revision_height !== 0n, 'invalidHeaderHeight', 'a header trusts no height');
  }
  ensure(header_1.chain_id === header_2.chain_id, 'invalidMisbehaviour', 'the headers are of different chains');
  checkClientId(client_id, features);
  for (const header of [header_1, header_2]) {
    const fits = !TORN.has(header.tampered) && compareHeights(header.trusted_height, header.height) < 0;
    ensure(fits, 'invalidMisbehaviour', 'the parts of a header do not fit together');
  }
  ensure(compareHeights(header_1.height, header_2.height) >= 0, 'invalidMisbehaviour', 'the first header is lower');
  for (const header of [header_1, header_2]) {
    ensure(isCommitted(header), 'invalidMisbehaviour', 'the validators of a header did not commit it');
  }
}

/** Whether two headers contradict each other: two blocks of one height, or a later block that is not later in time. */
export function contradict({ header_1: a, header_2: b }: MisbehaviourClaim): boolean {
  return compareHeights(a.height, b.height) === 0 ? !isSameBlock(a, b) : a.time <= b.time;
}

/** Checks both headers against what a client trusts (ICS-07, `verifyMisbehaviour`). When the client froze does not matter. */
export function verifyMisbehaviour(
  context: Context,
  clientId: string,
  client: TendermintClientState,
  { header_1, header_2 }: MisbehaviourClaim,
): void {
  const trusted = [header_1, header_2].map((header) => {
    const state = context.draft.get(consensusStates, consensusKey(clientId, header.trusted_height));
    const at = heightText(header.trusted_height);
    ensure(state !== undefined, 'consensusStateNotFound', `${clientId} does not trust a header of ${at}`);
    return { header, state };
  });
  for (const { header, state } of trusted) verifyAgainst(context, client, header, state);
}

/** Shows two headers to a client, which freezes if they contradict each other (ICS-02, `updateClient`). */
export function freezeClient(context: Context, clientId: string, misbehaviour: MisbehaviourClaim): void {
  requireActiveRoute(context, clientId);
  if (clientId === LOCALHOST) refuse('invalidClientType', 'the localhost client takes no headers');
  const client = clientState(context, clientId);
  ensure(client !== undefined, 'clientNotFound', `there is no client ${clientId}`);
  verifyMisbehaviour(context, clientId, client, misbehaviour);
  if (contradict(misbehaviour)) setClientState(context, clientId, { ...client, frozen_height: FROZEN });
}

function verifyAgainst(
  { block }: Context,
  client: TendermintClientState,
  header: HeaderClaim,
  state: TendermintConsensusState,
): void {
  ensure(header.trusted_validators.length > 0, 'unregistered', 'the header names no trusted validators');
  const fitting =
    header.tampered !== 'trusted-validators' &&
    validatorsHash(header.trusted_validators) === state.next_validators_hash;
  ensure(fitting, 'invalidTrustedValidators', 'the validators are not those that the trusted header names');
  const isOld = isExpired(client, state.timestamp, block.time);
  ensure(!isOld, 'trustingPeriodExpired', 'the trusted header has expired');
  const signed = header.chain_id === client.chain_id && isTrusted(client, header);
  ensure(signed, 'invalidMisbehaviour', 'too few of the trusted validators signed the header');
}

/** Whether two headers of a height are of the same block. A forged header lists the fields that differ from the real one. */
function isSameBlock(a: HeaderClaim, b: HeaderClaim): boolean {
  return (
    a.chain === b.chain &&
    a.time === b.time &&
    a.app_hash === b.app_hash &&
    a.next_validators_hash === b.next_validators_hash &&
    sameValue(a.validators, b.validators) &&
    (a.variant?.data_hash ?? '') === (b.variant?.data_hash ?? '')
  );
}
