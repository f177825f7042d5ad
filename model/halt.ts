import { Refusal } from './refusal.ts';

/** The model predicts that the program stops itself in this block instead of answering (ABCI `FinalizeBlock` fails). */
export class Halt extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Halt';
  }
}

/** What refuses a message in a transaction stops the program outside of one. */
export function haltIfRefused<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof Refusal ? new Halt(error.message) : error;
  }
}
