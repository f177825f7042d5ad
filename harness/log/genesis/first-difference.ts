import { parseDec } from '../../codec/number-text.ts';
import { fieldsIn } from './json.ts';

/** Where two parts of genesis files differ. */
export interface JsonDifference {
  /** A JSON pointer (RFC 6901). */
  readonly place: string;
  readonly given: unknown;
  readonly made: unknown;
}

/**
 * The first place where two parts of genesis files mean different things: what is left out is the same as null or an
 * empty list, and a decimal the same with more zeros, except under `exact`, where text is kept as it is written.
 */
export function firstDifference(
  given: unknown,
  made: unknown,
  exact: readonly string[],
  place = '',
): JsonDifference | undefined {
  if (isNothing(given) && isNothing(made)) return undefined;
  if (Array.isArray(given) && Array.isArray(made)) {
    const size = Math.max(given.length, made.length);
    for (let i = 0; i < size; i++) {
      const found = firstDifference(given[i], made[i], exact, `${place}/${i}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (isObject(given) && isObject(made)) {
    const [mine, theirs] = [fieldsIn(given), fieldsIn(made)];
    for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const found = firstDifference(mine[name], theirs[name], exact, `${place}/${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const same = given === made || (!exact.some((prefix) => place.startsWith(prefix)) && isSameNumber(given, made));
  return same ? undefined : { place, given, made };
}

function isNothing(part: unknown): boolean {
  return part === undefined || part === null || (Array.isArray(part) && part.length === 0);
}

function isObject(part: unknown): boolean {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function isSameNumber(a: unknown, b: unknown): boolean {
  const [mine, theirs] = [numberIn(a), numberIn(b)];
  return mine !== undefined && mine === theirs;
}

function numberIn(part: unknown): bigint | undefined {
  if (typeof part !== 'string' && typeof part !== 'number') return undefined;
  try {
    return parseDec(String(part));
  } catch {
    return undefined;
  }
}
