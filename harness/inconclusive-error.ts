/** The harness cannot tell whether a chain is right. A run that ends with such an error is inconclusive. */
export class InconclusiveError extends Error {
  override readonly name: string = 'InconclusiveError';

  /** The reason in the verdict. */
  get reason(): string {
    return this.message;
  }

  /** What a report shows below the reason: the end of a log, or bytes that could not be read. */
  get details(): string {
    return '';
  }
}
