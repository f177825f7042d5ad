import { PROPERTIES } from '../../specs/properties/index.ts';
import type { Difference } from '../compare/difference.ts';
import { placeOf } from '../compare/place.ts';
import { sectionsOfPlace } from '../compare/sections.ts';
import type { Place, What } from './outcome.ts';
import { touchedBy, touchedByDifference } from './touched-by.ts';

/** Where the specifications speak of a difference: of what it is in, and of the properties that it touches. */
export function sectionsOfDifference(difference: Difference, place: Place): readonly string[] {
  return unique([...sectionsOfPlace(placeOf(difference)), ...sourcesOf(touchedByDifference(difference, place))]);
}

/** Where the specifications speak of a finding. */
export function sectionsOf(finding: What): readonly string[] {
  if (finding.kind !== 'difference') return unique(sourcesOf(touchedBy(finding)));
  return unique(finding.differences.flatMap((difference) => sectionsOfDifference(difference, finding.place)));
}

function sourcesOf(properties: readonly string[]): readonly string[] {
  return properties.flatMap((name) => PROPERTIES.find((property) => property.name === name)?.source.split('; ') ?? []);
}

function unique(sections: readonly string[]): readonly string[] {
  return [...new Set(sections)];
}
