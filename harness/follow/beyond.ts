import { BeyondModel } from '../facts/beyond-model.ts';

/** What is made of bytes that others made. What the model does not support may be right: then nobody can tell. */
export function orBeyond<Result>(what: string, bytes: () => Uint8Array, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (error instanceof BeyondModel) throw error;
    throw new BeyondModel(`${what}: ${error instanceof Error ? error.message : String(error)}`, bytes(), error);
  }
}
