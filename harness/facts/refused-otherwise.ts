import type { Tx, TxResult } from '../../specs/block.ts';

/** A node refused a transaction for its mempool with another code than the model predicts. */
export class RefusedOtherwise extends Error {
  override readonly name = 'RefusedOtherwise';
  readonly tx: Tx;
  /** What the model predicts; `undefined` when it does not know. */
  readonly predicted: TxResult | undefined;
  readonly answered: TxResult;

  constructor(tx: Tx, predicted: TxResult | undefined, answered: TxResult) {
    super('a node refused a transaction with another code than predicted');
    this.tx = tx;
    this.predicted = predicted;
    this.answered = answered;
  }
}
