import { writeFileSync } from 'node:fs';
import { fileError, SetupError } from './setup-error.ts';

/** Writes a file that the user has named. Throws a `SetupError` that ends with a hint when it cannot be written. */
export function writeText(file: string, text: string, hint: string): void {
  writing(file, hint, () => writeFileSync(file, text));
}

/** Does something to a file or a folder that the user has named, with the same error. */
export function writing<Result>(named: string, hint: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const known = fileError(error, named, hint);
    if (known instanceof SetupError || !(error instanceof Error) || !('code' in error)) throw known;
    throw new SetupError(`Cannot write to ${named}: ${error.message}`, hint, { cause: error });
  }
}
