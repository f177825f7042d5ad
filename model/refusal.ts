/** The model predicts that the chain refuses a message, with the error code of the module that refuses. */
export class Refusal extends Error {
  readonly codespace: string;
  readonly code: number;

  constructor(codespace: string, code: number, reason: string) {
    // Refusals are ordinary answers, and writing down the stack would take longer than all of the message.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = limit;
    this.name = 'Refusal';
    this.codespace = codespace;
    this.code = code;
  }
}

/** Refuses unless the condition holds. */
export function require(condition: boolean, codespace: string, code: number, reason: string): asserts condition {
  if (!condition) throw new Refusal(codespace, code, reason);
}
