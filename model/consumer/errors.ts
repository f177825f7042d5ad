import { refusalsOf, type Codes, type Ensure, type Refuse } from '../refusal.ts';

/** The errors of the consumer module, with the registered codespace and code. */
const ERRORS = {
  invalidVersion: ['CCV', 2],
  wrongFlow: ['CCV', 3],
  duplicateChannel: ['CCV', 5],
  invalidMetadata: ['CCV', 8],
  noProviderChannel: ['ccvconsumer', 1],
  unknownRequest: ['sdk', 6],
  invalidRequest: ['sdk', 18],
  /** A Go error without a registered code. */
  unregistered: ['undefined', 1],
  /** The program panics, and the SDK recovers and fails the transaction. */
  panic: ['undefined', 111_222],
} as const satisfies Codes<string>;

/** The name of an error of the consumer module. */
export type ConsumerError = keyof typeof ERRORS;

const refusals = refusalsOf<ConsumerError>(ERRORS);

/** Refuses with the code of the named error. */
export const refuse: Refuse<ConsumerError> = refusals.refuse;

/** Refuses with the code of the named error unless the condition holds. */
export const ensure: Ensure<ConsumerError> = refusals.ensure;
