import type { ChainKind } from '../chain-kind.ts';
import { PROPERTIES } from './index.ts';

/**
 * The names of the properties that concern the path of a difference on a chain, such as
 * `staking/validators`, a key and a field. Empty if no property does.
 */
export function propertiesTouched(kind: ChainKind, path: readonly string[]): readonly string[] {
  const place = path.join('/');
  return PROPERTIES.flatMap((property) => {
    if (property.status === 'does not apply') return [];
    const subjects = property.touches[kind] ?? [];
    return subjects.some((subject) => place === subject || place.startsWith(`${subject}/`)) ? [property.name] : [];
  });
}
