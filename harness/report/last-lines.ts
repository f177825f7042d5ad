const MOST_LINES = 10;
const MOST_CHARACTERS = 300;

/** The last lines of a program's log, each cut to what a person reads. */
export function lastLines(log: string): string[] {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-MOST_LINES).map((line) => {
    const rest = line.length - MOST_CHARACTERS;
    return rest > 0 ? `${line.slice(0, MOST_CHARACTERS)} … and ${rest} more characters` : line;
  });
}

/** A text with the last lines of a program's log below it, if there are any. */
export function withLastLines(text: string, log: string): string {
  const shown = lastLines(log);
  if (shown.length === 0) return text;
  return [text, 'The last lines of the program:', ...shown.map((line) => `  ${line}`)].join('\n');
}
