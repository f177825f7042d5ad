import { MOST_AT_GENESIS } from '../../traces/setup/setup-schema.ts';
import { nameBook, type NameBook } from '../compare/name-book.ts';

/** Names for a log whose trace nobody knows: those of the keys that traces are made with, should it have them. */
export function knownNames(): NameBook {
  return nameBook({
    accounts: [...numbered('v'), ...numbered('a'), 'relayer'],
    keys: [...numbered('v'), ...numbered('k')],
  });
}

function numbered(letter: string): string[] {
  return Array.from({ length: MOST_AT_GENESIS }, (_, i) => `${letter}${i}`);
}
