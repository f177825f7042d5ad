import type { KeyPart } from './layout.ts';
import type { Part } from './key.ts';

/** How the key of a row is written: the texts before, between and after its parts. */
export interface KeyForm {
  /** One more text than parts. */
  readonly texts: readonly string[];
  /** Whether each part is a number. */
  readonly numbers: readonly boolean[];
  /** The part that can contain the separators; the others never do. */
  readonly free: number;
}

const NUMBERS: ReadonlySet<KeyPart['as']> = new Set(['u8', 'u64', 'u64le', 'time', 'lp64time']);
const FREE: ReadonlySet<KeyPart['as']> = new Set(['text', 'textTo']);

/** The form of a key that is stored in binary: its parts with `/` between them. */
export function formOfLayout(layout: readonly KeyPart[]): KeyForm {
  const parts = layout.filter(({ as }) => as !== 'skip');
  const free = parts.findIndex(({ as }) => FREE.has(as));
  return {
    texts: ['', ...parts.slice(1).map(() => '/'), ''],
    numbers: parts.map(({ as }) => NUMBERS.has(as)),
    free: free < 0 ? parts.length - 1 : free,
  };
}

/** The form of a path (ICS-24) such as `{port}/channels/{channel}/sequences/{#sequence}`; `#` marks a number. */
export function formOfPath(path: string): KeyForm {
  const names = [...path.matchAll(/\{(#?)[a-z]+\}/gu)];
  return {
    texts: path.split(/\{#?[a-z]+\}/u),
    numbers: names.map(([, mark]) => mark === '#'),
    free: names.length - 1,
  };
}

/** Writes keys of this form. */
export function keyWriter({ texts }: KeyForm): (...parts: readonly Part[]) => string {
  const [first = '', second = '', third = '', fourth = ''] = texts;
  switch (texts.length) {
    case 2:
      return (a = '') => `${first}${a}${second}`;
    case 3:
      return (a = '', b = '') => `${first}${a}${second}${b}${third}`;
    case 4:
      return (a = '', b = '', c = '') => `${first}${a}${second}${b}${third}${c}${fourth}`;
    default:
      return (...parts) => texts.map((text, i) => (i === 0 ? text : `${parts[i - 1] ?? ''}${text}`)).join('');
  }
}

/** Writes the beginning of all keys with these first parts. */
export function writeKeyPrefix({ texts }: KeyForm, first: readonly Part[]): string {
  let prefix = texts[0] ?? '';
  for (const [i, part] of first.entries()) prefix += `${part}${texts[i + 1] ?? ''}`;
  return prefix;
}

/** Reads the parts of a key of this form. */
export function readKey({ texts, numbers, free }: KeyForm, key: string): Part[] {
  const parts: Part[] = [];
  let start = texts[0]?.length ?? 0;
  let end = key.length - (texts.at(-1)?.length ?? 0);
  const part = (i: number, text: string): void => {
    parts[i] = numbers[i] === true ? BigInt(text) : text;
  };
  for (let i = 0; i < free; i++) {
    const text = texts[i + 1] ?? '';
    const at = key.indexOf(text, start);
    part(i, key.slice(start, at));
    start = at + text.length;
  }
  for (let i = numbers.length - 1; i > free; i--) {
    const text = texts[i] ?? '';
    const at = key.lastIndexOf(text, end - 1);
    part(i, key.slice(at + text.length, end));
    end = at;
  }
  if (numbers.length > 0) part(free, key.slice(start, end));
  return parts;
}
