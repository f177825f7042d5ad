/** What one check of the machine found. */
export interface CheckUp {
  readonly name: string;
  /** `problem`: something that is needed is missing. `note`: it works all the same. */
  readonly status: 'ok' | 'note' | 'problem';
  readonly text: string;
  /** What to do about it, as a sentence. */
  readonly hint?: string;
}

/** Whether a campaign can run: nothing that is needed is missing. */
export function isHealthy(checkUps: readonly CheckUp[]): boolean {
  return checkUps.every(({ status }) => status !== 'problem');
}

/** One line a check, with what to do about it in a line below. */
export function checkUpText(checkUps: readonly CheckUp[]): string {
  const width = Math.max(...checkUps.map(({ name }) => name.length));
  const indent = ' '.repeat('problem'.length + width + 4);
  return checkUps
    .flatMap(({ name, status, text, hint }) => [
      `${status.padEnd('problem'.length)}  ${name.padEnd(width)}  ${text}`,
      ...(hint === undefined ? [] : [`${indent}${hint}`]),
    ])
    .join('\n');
}
