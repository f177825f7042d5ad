import { fieldOf, placeOf, type DifferencePlace } from '../compare/place.ts';
import type { Finding } from './outcome.ts';

/**
 * Whether two findings are of the same kind and about the same thing: the same property, the same field of the same
 * table. Which validator it is about may change while a trace becomes smaller.
 */
export function sameFinding(a: Finding, b: Finding): boolean {
  return subjectOf(a) === subjectOf(b);
}

function subjectOf(finding: Finding): string {
  switch (finding.kind) {
    case 'difference': {
      const [first] = finding.differences;
      if (first === undefined) return '';
      return `${first.kind} ${subjectIn(placeOf(first))}`;
    }
    case 'property':
      return `property ${finding.property}`;
    case 'unknown-write':
      return `unknown-write ${finding.writes[0]?.store} ${finding.writes[0]?.key.slice(0, 2)}`;
    case 'halt':
    case 'inconclusive':
      return finding.kind;
  }
}

/** What a difference is about, without the key of a row, the number of a packet and the place in a list. */
function subjectIn(place: DifferencePlace): string {
  const field = fieldOf(place)
    .filter((step) => !/^\d+$/u.test(step))
    .join('/');
  switch (place.in) {
    case 'row':
      return `${place.table} ${field}`;
    case 'transaction':
      return place.message ?? String(place.index);
    case 'query':
      return field;
    case 'order':
    case 'halt':
      return place.of;
    case 'consensus':
      return `${place.of} ${place.field.slice(1).join('/')}`;
    case 'packet':
    case 'acknowledgement':
      return field;
    case 'validator-update':
      return '';
  }
}
