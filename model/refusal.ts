/** The model predicts that the chain refuses a message, with the error code of the module that refuses. */
export class Refusal extends Error {
  readonly codespace: string;
  readonly code: number;

  constructor(codespace: string, code: number, reason: string) {
    // Refusals are ordinary results, and capturing the stack would take longer than the message itself.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = limit;
    this.name = 'Refusal';
    this.codespace = codespace;
    this.code = code;
  }
}

/** The errors of a module by name, with the codespace and code that the module registers. */
export type Codes<Name extends string> = Readonly<Record<Name, readonly [codespace: string, code: number]>>;

/** Refuses with the code of the named error. */
export type Refuse<Name extends string> = (error: Name, reason: string) => never;

/** Refuses with the code of the named error unless the condition holds. */
export type Ensure<Name extends string> = (condition: boolean, error: Name, reason: string) => asserts condition;

/** The functions with which a module refuses with its registered codes. */
export function refusalsOf<Name extends string>(
  codes: Codes<Name>,
): { readonly refuse: Refuse<Name>; readonly ensure: Ensure<Name> } {
  const refuse = (error: Name, reason: string): never => {
    const [codespace, code] = codes[error];
    throw new Refusal(codespace, code, reason);
  };
  const ensure = (condition: boolean, error: Name, reason: string): void => {
    if (!condition) refuse(error, reason);
  };
  return { refuse, ensure };
}
