import type { HeaderClaim, MisbehaviourClaim } from '../../../specs/claim.ts';
import type { Features } from '../../../specs/feature.ts';
import { consumerChainIds, consumerClients, evidenceMinHeights } from '../../../specs/tables/provider.ts';
import type { Hex } from '../../../specs/value.ts';
import { validatorsHash } from '../../consensus/validator-set.ts';
import type { Context } from '../../context.ts';
import { checkMisbehaviour, contradict, verifyMisbehaviour } from '../../ibc/client/misbehaviour.ts';
import { clientState } from '../../ibc/client/status.ts';
import { ensure as ensureIbc } from '../../ibc/errors.ts';
import { compareHeights } from '../../ibc/height.ts';
import { Refusal } from '../../refusal.ts';
import { checkConsumerId } from '../checks/consumer-id.ts';
import { within } from '../checks/within.ts';
import { ensure } from '../errors.ts';
import { infractionParametersOf } from '../infractions.ts';
import { providerAddressOf } from '../keys/assign.ts';
import type { MsgSubmitConsumerMisbehaviour } from './messages.ts';
import { punishEquivocation } from './punish.ts';

/** Checks `MsgSubmitConsumerMisbehaviour` without state: both headers must be sound (ICS-07). */
export function checkConsumerMisbehaviour(message: MsgSubmitConsumerMisbehaviour, features: Features): void {
  within('invalidMisbehaviour', () => {
    checkConsumerId(message.consumer_id);
    checkMisbehaviour(message.misbehaviour, features);
  });
}

/**
 * Handles `MsgSubmitConsumerMisbehaviour` (ADR-005): an attack on the light client of a consumer. Punishes the validators
 * that signed both headers, and refuses the message if none of them can be punished. The client does not change.
 */
export function submitMisbehaviour(context: Context, message: MsgSubmitConsumerMisbehaviour): void {
  const { consumer_id: consumerId, misbehaviour } = message;
  verifyAttack(context, consumerId, misbehaviour);
  const { double_sign } = infractionParametersOf(context, consumerId);
  const height = misbehaviour.header_1.height.revision_height;
  let punished = 0;
  for (const consumerAddress of byzantineValidators(misbehaviour)) {
    try {
      const address = providerAddressOf(context, consumerId, consumerAddress);
      punishEquivocation(context, { consumerId, address, height }, double_sign);
      punished += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  ensure(punished > 0, 'unregistered', 'nobody is left to punish');
}

function verifyAttack(context: Context, consumerId: string, misbehaviour: MisbehaviourClaim): void {
  const { draft } = context;
  const { client_id: clientId, header_1, header_2 } = misbehaviour;
  const isOfConsumer = draft.get(consumerChainIds, consumerId) === header_1.chain_id;
  ensure(isOfConsumer, 'unregistered', `the headers are of ${header_1.chain_id}, which consumer ${consumerId} is not`);
  ensure(
    draft.get(consumerClients, consumerId) === clientId,
    'unregistered',
    `${clientId} is not the consumer's client`,
  );
  const client = clientState(context, clientId);
  ensureIbc(client !== undefined, 'clientNotFound', `there is no client ${clientId}`);
  const sameHeight = compareHeights(header_1.height, header_2.height) === 0;
  ensureIbc(sameHeight, 'invalidMisbehaviour', 'the headers are of different heights');
  const least = draft.get(evidenceMinHeights, consumerId) ?? 0n;
  ensure(header_1.height.revision_height >= least, 'invalidEvidence', `headers before the consumer's first ${least}`);
  ensureIbc(contradict(misbehaviour), 'invalidMisbehaviour', 'both headers are of the same block');
  verifyMisbehaviour(context, clientId, client, misbehaviour);
}

/**
 * The validators that signed both headers. In an amnesia attack both headers are valid and were committed in different
 * rounds. Signing both is not an infraction in itself, so the result is empty.
 */
function byzantineValidators({ header_1: a, header_2: b }: MisbehaviourClaim): readonly Hex[] {
  if (!areConflicting(a, b) && roundOf(a) !== roundOf(b)) return [];
  const signers = new Set(a.signed);
  return b.signed.filter((address) => signers.has(address));
}

/** Whether the state or the validators that one header leads to are not those of the other. */
function areConflicting(a: HeaderClaim, b: HeaderClaim): boolean {
  return (
    validatorsHash(a.validators) !== validatorsHash(b.validators) ||
    a.next_validators_hash !== b.next_validators_hash ||
    a.app_hash !== b.app_hash
  );
}

function roundOf({ variant }: HeaderClaim): number {
  return variant?.round ?? 0;
}
