import type { Tx, TxResult } from '../../../specs/block.ts';
import { Differs } from '../../compare/differs.ts';

/** A node refused a transaction for its mempool with another code than the model expects. */
export class RefusedOtherwise extends Differs {
  override readonly name = 'RefusedOtherwise';

  constructor({ messages }: Tx, expected: TxResult | undefined, shown: TxResult) {
    const path = ['mempool', ...messages.map((message) => message['@type'])];
    super('a node refused a transaction otherwise than expected', [
      { kind: 'field', path, expected: expected && { ...expected }, observed: { ...shown } },
    ]);
  }
}
