import type { Message } from '../block.ts';
import { CCV_MESSAGES, type CcvMessage, type Entitled } from '../ccv-messages.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { proposals, type ProposalStatus } from '../tables/gov.ts';
import { isSameAddress } from '../same-address.ts';
import { consumerPhases } from '../tables/provider.ts';
import { answered, needing, onConsumer, onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';
import { GOVERNANCE } from './partial-set.ts';

/** Senders that a restricted message is refused from. */
const OTHERS: Readonly<Record<Exclude<Entitled, 'anybody'>, string>> = {
  'the operator': 'an account that does not operate the validator',
  'the owner': 'an account that does not own the consumer',
  governance: 'an account that is not governance',
};

/**
 * For each message of the provider and the consumer module: it is accepted, it is signed by another account than its
 * signer field names, it comes from an account that may not send it, and it is malformed.
 */
export const AUTHORITY_WITNESSES: readonly Witness[] = CCV_MESSAGES.flatMap((message) => [
  ...governed(message, [accepted(message)]),
  forged(message),
  ...notEntitled(message),
  // Where `ValidateBasic` passes, the message fails as malformed only when it is executed.
  ...(message.malformed === undefined ? governed(message, [malformed(message)]) : [malformed(message)]),
]);

/** A consumer without democracy has no governance that could execute the message. */
function governed({ on, entitled }: CcvMessage, witnesses: readonly Witness[]): readonly Witness[] {
  return on === 'consumer' && entitled === 'governance' ? needing('democracy', witnesses) : witnesses;
}

function accepted(message: CcvMessage): Witness {
  const { name, type, entitled } = message;
  return about(message, `${name}-accepted`, `A ${titleOf(type)} was executed.`, (event) =>
    entitled === 'governance' ? decided(event, type, 'PROPOSAL_STATUS_PASSED') : succeeded(event, type),
  );
}

function forged(message: CcvMessage): Witness {
  const { name, type, entitled } = message;
  const isForged = (event: BlockEvent): boolean =>
    entitled === 'governance'
      ? answered(event, type, ({ codespace, code }, { authority }) => {
          // A chain without governance has no account for it.
          return codespace === 'sdk' && (code === 8 || code === 9) && isGovernance(authority);
        })
      : refused(event, type, 'sdk', 8);
  return about(
    message,
    `${name}-forged`,
    `A ${titleOf(type)} was signed by another account than its signer.`,
    isForged,
  );
}

function notEntitled(message: CcvMessage): readonly Witness[] {
  const { name, type, entitled, notEntitled: refusal } = message;
  if (entitled === 'anybody' || refusal === undefined) return [];
  const [codespace, code] = refusal;
  const describes = `A ${titleOf(type)} from ${OTHERS[entitled]} was refused.`;
  const isOther = (event: BlockEvent): boolean =>
    answered(
      event,
      type,
      (result, sent) =>
        result.codespace === codespace && result.code === code && (entitled !== 'the operator' || !isOfOperator(sent)),
    );
  return [about(message, `${name}-unauthorized`, describes, isOther)];
}

function malformed(message: CcvMessage): Witness {
  const { name, type, entitled, malformed: refusal } = message;
  const describes = `A malformed ${titleOf(type)} was refused.`;
  return about(message, `${name}-malformed`, describes, (event) => {
    if (refusal === undefined) return decided(event, type, 'PROPOSAL_STATUS_FAILED');
    const [codespace, code] = refusal;
    return answered(
      event,
      type,
      (result, sent) =>
        result.codespace === codespace &&
        result.code === code &&
        (entitled !== 'the operator' || isOfOperator(sent)) &&
        !comesTooLate(event, sent),
    );
  });
}

function about({ on, type }: CcvMessage, name: string, describes: string, sees: (event: BlockEvent) => boolean) {
  return witness(name, titleOf(type), describes, on === 'provider' ? onProvider(sees) : onConsumer(sees));
}

/** The name of the message. `MsgUpdateParams` exists in several modules, so it gets the name of its module. */
function titleOf(type: string): string {
  const [module = '', , message = ''] = type.slice('/interchain_security.ccv.'.length).split('.');
  return message === 'MsgUpdateParams' ? `${message} of the ${module} module` : message;
}

/** The code for changing the initialization parameters of a launched consumer is the one for malformed parameters. */
function comesTooLate({ view }: BlockEvent, sent: Message): boolean {
  const { consumer_id: id, initialization_parameters: parameters } = sent;
  if (typeof id !== 'string' || parameters === null || parameters === undefined) return false;
  return view.row(consumerPhases, id) === 'CONSUMER_PHASE_LAUNCHED';
}

/** Whether a proposal that contains only messages of this type got this status. */
function decided(event: BlockEvent, type: string, status: ProposalStatus): boolean {
  return changesOf(event, proposals).some(
    ({ row }) => row?.status === status && row.messages.every((message) => message['@type'] === type),
  );
}

/** Whether the signer operates the validator: both addresses have the same bytes. */
function isOfOperator({ signer, provider_addr: operator }: Message): boolean {
  return isSameAddress(signer, operator);
}

function isGovernance(address: unknown): boolean {
  return isSameAddress(address, GOVERNANCE);
}
