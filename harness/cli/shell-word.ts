/** A word of a command line as a shell reads it: in quotes when it holds what a shell would take for something else. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
