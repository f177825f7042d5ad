import type { Hex } from '../../specs/value.ts';
import { InconclusiveError } from '../inconclusive-error.ts';

/**
 * Something in a block that may be quite right and that the model has no word for, such as a transaction of several
 * signers: nobody can tell what the chain must answer, so the block is inconclusive (design, rule 7).
 */
export class BeyondModel extends InconclusiveError {
  override readonly name = 'BeyondModel';
  /** What could not be put into the model's words, as it stands in the block. */
  readonly bytes: Hex;

  constructor(problem: string, bytes: Uint8Array, cause?: unknown) {
    super(problem, { cause });
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  }

  override get reason(): string {
    return `The model cannot follow ${this.message}.`;
  }

  override get details(): string {
    return this.bytes;
  }
}
