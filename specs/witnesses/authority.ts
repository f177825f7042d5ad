import type { Message } from '../block.ts';
import { CCV_MESSAGES, type CcvMessage, type Entitled } from '../ccv-messages.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { proposals, type ProposalStatus } from '../tables/gov.ts';
import { isSameAddress } from '../same-address.ts';
import { consumerPhases } from '../tables/provider.ts';
import { answered, needing, onConsumer, onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';
import { GOVERNANCE } from './partial-set.ts';

/** Whom a message may not be from, for those that not everybody may send. */
const OTHERS: Readonly<Record<Exclude<Entitled, 'anybody'>, string>> = {
  'the operator': 'somebody who does not operate the validator',
  'the owner': 'somebody who does not own the consumer',
  governance: 'an account in its own name, though only governance may send it',
};

/**
 * Of every message of the provider and the consumer module: one that was accepted, one that somebody else signed, one of
 * somebody who may not send it, and one that is malformed.
 */
export const AUTHORITY_WITNESSES: readonly Witness[] = CCV_MESSAGES.flatMap((message) => [
  ...governed(message, [accepted(message)]),
  forged(message),
  ...notEntitled(message),
  // What no check without state refuses is malformed only where it is carried out.
  ...(message.malformed === undefined ? governed(message, [malformed(message)]) : [malformed(message)]),
]);

/** A plain consumer has no governance that could carry anything out. */
function governed({ on, entitled }: CcvMessage, witnesses: readonly Witness[]): readonly Witness[] {
  return on === 'consumer' && entitled === 'governance' ? needing('democracy', witnesses) : witnesses;
}

function accepted(message: CcvMessage): Witness {
  const { name, type, entitled } = message;
  return about(message, `${name}-accepted`, `A ${titleOf(type)} was carried out.`, (event) =>
    entitled === 'governance' ? decided(event, type, 'PROPOSAL_STATUS_PASSED') : succeeded(event, type),
  );
}

function forged(message: CcvMessage): Witness {
  const { name, type, entitled } = message;
  const isForged = (event: BlockEvent): boolean =>
    entitled === 'governance'
      ? answered(event, type, ({ codespace, code }, { authority }) => {
          // The account of governance does not exist where there is no governance.
          return codespace === 'sdk' && (code === 8 || code === 9) && isGovernance(authority);
        })
      : refused(event, type, 'sdk', 8);
  return about(message, `${name}-forged`, `A ${titleOf(type)} was signed by somebody else than it names.`, isForged);
}

function notEntitled(message: CcvMessage): readonly Witness[] {
  const { name, type, entitled, notEntitled: refusal } = message;
  if (entitled === 'anybody' || refusal === undefined) return [];
  const [codespace, code] = refusal;
  const describes = `A ${titleOf(type)} was refused to ${OTHERS[entitled]}.`;
  const isOther = (event: BlockEvent): boolean =>
    answered(
      event,
      type,
      (result, sent) =>
        result.codespace === codespace && result.code === code && (entitled !== 'the operator' || !isOfOperator(sent)),
    );
  return [about(message, `${name}-of-stranger`, describes, isOther)];
}

function malformed(message: CcvMessage): Witness {
  const { name, type, entitled, malformed: refusal } = message;
  const describes = `A ${titleOf(type)} was refused because it is malformed.`;
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

/** `MsgUpdateParams` with its module, as there are several. */
function titleOf(type: string): string {
  const [module = '', , message = ''] = type.slice('/interchain_security.ccv.'.length).split('.');
  return message === 'MsgUpdateParams' ? `${message} of the ${module} module` : message;
}

/** What a consumer is launched with is refused with the same code when it is launched, and is not malformed for that. */
function comesTooLate({ view }: BlockEvent, sent: Message): boolean {
  const { consumer_id: id, initialization_parameters: parameters } = sent;
  if (typeof id !== 'string' || parameters === null || parameters === undefined) return false;
  return view.row(consumerPhases, id) === 'CONSUMER_PHASE_LAUNCHED';
}

/** Whether governance decided so on a proposal of nothing but messages of this type. */
function decided(event: BlockEvent, type: string, status: ProposalStatus): boolean {
  return changesOf(event, proposals).some(
    ({ row }) => row?.status === status && row.messages.every((message) => message['@type'] === type),
  );
}

/** Whether the account that signs is the one that operates the validator: both addresses are of the same bytes. */
function isOfOperator({ signer, provider_addr: operator }: Message): boolean {
  return isSameAddress(signer, operator);
}

function isGovernance(address: unknown): boolean {
  return isSameAddress(address, GOVERNANCE);
}
