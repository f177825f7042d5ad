/** Something that the user has to put right before anything can run (exit code 3): what is wrong, and what to do. */
export class SetupError extends Error {
  override readonly name: string = 'SetupError';
  /** What to do about it, as a sentence. */
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}

const NOT_WRITABLE = new Set(['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);
const CACHE_HINT = 'Make the folder writable, or name another one with LOCKSTEP_CACHE.';

/**
 * The error that a file operation in `folder` failed with, in the user's words when it is one that they can mend;
 * `hint` says what to do when it cannot be written.
 */
export function fileError(error: unknown, folder: string, hint = CACHE_HINT): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  // A program that cannot be started is no file that cannot be written.
  if ('syscall' in error && String(error.syscall).startsWith('spawn')) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new SetupError(`The disk is full: cannot write to ${folder}`, 'Free some space and try again.', {
      cause: error,
    });
  }
  if (NOT_WRITABLE.has(String(error.code))) {
    return new SetupError(`Cannot write to ${folder} (${String(error.code)})`, hint, { cause: error });
  }
  return error;
}
