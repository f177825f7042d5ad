const MOST_LINES = 10;
const MOST_CHARACTERS = 300;

/** A text with the last lines of a program's log below it, if there are any, each cut to what a person reads. */
export function withLastLines(text: string, log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return text;
  const shown = lines.slice(-MOST_LINES).map((line) => {
    const rest = line.length - MOST_CHARACTERS;
    return rest > 0 ? `${line.slice(0, MOST_CHARACTERS)} … and ${rest} more characters` : line;
  });
  return [text, 'The last lines of the program:', ...shown.map((line) => `  ${line}`)].join('\n');
}
