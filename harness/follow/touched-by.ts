import { propertiesTouched } from '../../specs/properties/touched.ts';
import type { Difference } from '../compare/difference.ts';
import type { Place, What } from './outcome.ts';

/** The names of the properties that a difference touches. */
export function touchedByDifference({ path }: Difference, { chain }: Place): readonly string[] {
  return propertiesTouched(chain === 'provider' ? 'provider' : 'consumer', path);
}

/** The names of the properties that a finding touches, each once; a property that is broken touches itself. */
export function touchedBy(finding: What): readonly string[] {
  const { place } = finding;
  switch (finding.kind) {
    case 'difference':
      return [...new Set(finding.differences.flatMap((difference) => touchedByDifference(difference, place)))];
    case 'property':
      return [finding.property];
    case 'halt':
      return propertiesTouched(place.chain === 'provider' ? 'provider' : 'consumer', ['halt']);
    case 'unknown-write':
    case 'inconclusive':
      return [];
  }
}
