import { refusalsOf, type Codes, type Ensure, type Refuse } from '../refusal.ts';

/** Why the consumer module refuses, with codespace and code as it and the SDK register them. */
const ERRORS = {
  invalidVersion: ['CCV', 2],
  wrongFlow: ['CCV', 3],
  duplicateChannel: ['CCV', 5],
  invalidMetadata: ['CCV', 8],
  noProviderChannel: ['ccvconsumer', 1],
  unknownRequest: ['sdk', 6],
  invalidRequest: ['sdk', 18],
  /** An error of Go that was never registered. */
  unregistered: ['undefined', 1],
  /** The program panics and the transaction is given up. */
  panic: ['undefined', 111_222],
} as const satisfies Codes<string>;

/** Why the consumer module refuses. */
export type ConsumerError = keyof typeof ERRORS;

const refusals = refusalsOf<ConsumerError>(ERRORS);

/** Refuses with the code of the named error. */
export const refuse: Refuse<ConsumerError> = refusals.refuse;

/** Refuses with the code of the named error unless the condition holds. */
export const ensure: Ensure<ConsumerError> = refusals.ensure;
