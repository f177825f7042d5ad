import type { HaltCause } from '../specs/halt-cause.ts';
import { Refusal } from './refusal.ts';

/** The model predicts that the program halts in this block (ABCI `FinalizeBlock` fails). */
export class Halt extends Error {
  readonly why: HaltCause;

  constructor(why: HaltCause, reason: string) {
    super(reason);
    this.name = 'Halt';
    this.why = why;
  }
}

/** Turns a refusal into a halt: outside of a transaction an error stops the program. */
export function haltIfRefused<T>(why: HaltCause | ((refusal: Refusal) => HaltCause), step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Halt(typeof why === 'string' ? why : why(error), error.message);
  }
}
