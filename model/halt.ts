/** The model predicts that the program stops itself in this block instead of answering (ABCI `FinalizeBlock` fails). */
export class Halt extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Halt';
  }
}
