import { InconclusiveError } from '../../inconclusive-error.ts';

/** A node does not answer, or answers that it cannot. */
export class RpcError extends InconclusiveError {
  override readonly name = 'RpcError';

  /** Whether it does not answer at all, and may as soon as it is up. */
  readonly unreachable: boolean;

  /** `cause` is what went wrong on the way to the node, if anything. */
  constructor(method: string, problem: string, cause?: unknown) {
    super(`a node did not answer ${method}: ${problem}`, { cause });
    this.unreachable = cause !== undefined;
  }
}
