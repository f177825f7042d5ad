import type { RefusedOtherwise } from '../facts/refused-otherwise.ts';
import type { Difference } from './difference.ts';

/** The difference between the code with which a node refused a transaction and the predicted one. */
export function compareRefusal({ tx, predicted, answered }: RefusedOtherwise): Difference {
  const path = ['mempool', ...tx.messages.map((message) => message['@type'])];
  return { kind: 'field', path, expected: predicted && { ...predicted }, observed: { ...answered } };
}
