/** A node does not answer, or answers that it cannot. */
export class RpcError extends Error {
  override readonly name = 'RpcError';

  constructor(method: string, problem: string, cause?: unknown) {
    super(`a node did not answer ${method}: ${problem}`, { cause });
  }
}
