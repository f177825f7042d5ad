import type { Difference } from './difference.ts';

/** What a program does differs from what it has to do, at a place where no block is compared. */
export class Differs extends Error {
  override readonly name: string = 'Differs';
  readonly differences: readonly Difference[];

  constructor(problem: string, differences: readonly Difference[]) {
    super(problem);
    this.differences = differences;
  }
}
