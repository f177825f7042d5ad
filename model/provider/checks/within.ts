import { Refusal } from '../../refusal.ts';
import { refuse, type ProviderError } from '../errors.ts';

/** Runs a check, and wraps every refusal in this error. */
export function within(error: ProviderError, check: () => void): void {
  try {
    check();
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    refuse(error, failure.message);
  }
}
