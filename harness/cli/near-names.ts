/** At most this many names are suggested. */
const MOST = 3;

/** The known names nearest to a wrong one, the nearest first: those that share words with it, or begin as it does. */
export function nearNames(known: readonly string[], name: string): string[] {
  return known
    .map((near) => ({ near, words: sharedWords(near, name), start: commonStart(near, name) }))
    .filter(({ words }) => words > 0)
    .toSorted((a, b) => b.words - a.words || b.start - a.start)
    .slice(0, MOST)
    .map(({ near }) => near);
}

/** How many words of a name, short ones left out, another name holds. */
function sharedWords(known: string, name: string): number {
  return known.split('-').filter((word) => word.length > 3 && name.includes(word)).length;
}

/** How many characters two names begin with in common. */
function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
