import type { Tx, TxResult } from '../../../specs/block.ts';
import type { Difference } from '../../compare/difference.ts';

/** A node refused a transaction for its mempool with another code than the model expects. */
export class RefusedOtherwise extends Error {
  override readonly name = 'RefusedOtherwise';
  readonly differences: readonly Difference[];

  constructor({ messages }: Tx, expected: TxResult | undefined, shown: TxResult) {
    super('a node refused a transaction otherwise than expected');
    const path = ['mempool', ...messages.map((message) => message['@type'])];
    this.differences = [{ kind: 'field', path, expected: expected && { ...expected }, observed: { ...shown } }];
  }
}
