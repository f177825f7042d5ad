import { CCV_MESSAGES } from '../../specs/ccv-messages.ts';
import { SENT_MESSAGES } from '../../traces/actions/sent-messages.ts';
import type { Schema } from '../codec/schema.ts';
import { reasonNotCovered } from './messages-not-covered.ts';

/** A message that a program declares, and what becomes of it. */
export interface DeclaredMessage {
  /** With its package: `interchain_security.ccv.provider.v1.MsgOptIn`. */
  readonly name: string;
  /** Whether actions send it; if not, `reason` says why, unless nobody has said. */
  readonly covered: boolean;
  readonly reason: string | null;
}

const CCV = /^interchain_security\./u;

/**
 * The messages of all services `Msg` that the descriptors of programs declare. Some action has to send them, and those
 * of the provider and the consumer module have to stand in the list, too, from which their wrong-sender,
 * wrong-authority and malformed twins are watched for.
 */
export function declaredMessages(schemas: readonly Schema[]): readonly DeclaredMessage[] {
  const names = new Set(schemas.flatMap(requestsOf));
  return [...names].toSorted().map((name) => {
    const covered = isCovered(name);
    return { name, covered, reason: covered ? null : reasonNotCovered(name) };
  });
}

/** The messages that are not covered although nobody has said why. */
export function notCovered(schemas: readonly Schema[]): readonly string[] {
  return declaredMessages(schemas).flatMap(({ name, covered, reason }) => (covered || reason !== null ? [] : [name]));
}

/** The messages that the services `Msg` of a schema take, with their packages. */
export function requestsOf({ services }: Schema): readonly string[] {
  return Object.entries(services)
    .filter(([name]) => name.endsWith('.Msg'))
    .flatMap(([, methods]) => Object.values(methods).map(([request]) => request));
}

function isCovered(name: string): boolean {
  const type = `/${name}`;
  return SENT_MESSAGES.has(type) && (!CCV.test(name) || CCV_MESSAGES.some((message) => message.type === type));
}
