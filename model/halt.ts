import { Refusal } from './refusal.ts';

/** The model predicts that the program halts in this block (ABCI `FinalizeBlock` fails). */
export class Halt extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Halt';
  }
}

/** Turns a refusal into a halt: outside of a transaction an error stops the program. */
export function haltIfRefused<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof Refusal ? new Halt(error.message) : error;
  }
}
