import { Refusal } from '../../refusal.ts';
import { refuse, type ProviderError } from '../errors.ts';

/** Runs a check; whatever it refuses is refused as this error, as one who wraps an error does. */
export function within(error: ProviderError, check: () => void): void {
  try {
    check();
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    refuse(error, failure.message);
  }
}
