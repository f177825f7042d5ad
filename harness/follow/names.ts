import type { Action, Trace } from '../../specs/generated/trace.ts';
import { nameBook, type NameBook } from '../compare/name-book.ts';
import { accountNames } from '../../traces/setup/setup.ts';
import { setupOf } from '../../traces/format/trace.ts';

const NAME = /^(?:[avk][0-9]{1,3}|relayer)$/u;

/** The book of all names that a trace can bring up: those of its setup and those that its actions mention. */
export function namesOf(trace: Trace): NameBook {
  const accounts = new Set(accountNames(setupOf(trace)));
  const keys = new Set<string>();
  for (const name of accounts) if (name.startsWith('v')) keys.add(name);
  const owners = new Map<string, string>();
  for (const action of trace.actions) {
    for (const name of mentioned(action)) {
      if (!name.startsWith('k')) accounts.add(name);
      if (name.startsWith('k') || name.startsWith('v')) keys.add(name);
    }
    if ('key' in action && 'validator' in action && typeof action.key === 'string' && action.key.startsWith('k')) {
      owners.set(action.key, action.validator);
    }
  }
  return nameBook({ accounts, keys, owners });
}

function mentioned(action: Action): string[] {
  return Object.values(action)
    .flat()
    .filter((value) => typeof value === 'string')
    .filter((value) => NAME.test(value));
}
