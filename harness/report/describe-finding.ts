import { describe } from '../compare/describe.ts';
import type { Finding } from '../follow/outcome.ts';
import { touchedByDifference } from '../follow/touched-by.ts';

/** A finding in words: each difference with the properties that it touches, or what else is wrong. */
export function describeFinding(finding: Finding): string {
  const { place, names } = finding;
  switch (finding.kind) {
    case 'difference':
      return finding.differences
        .map((difference) => `${describe(difference, names)}\n${touchedText(touchedByDifference(difference, place))}`)
        .join('\n');
    case 'property':
      return `${finding.property} is broken: ${finding.because}`;
    case 'unknown-write': {
      const lines = finding.writes.map(({ store, key, value }) => `${store} ${key} = ${value ?? '(deleted)'}`);
      return ['The program wrote entries that no table and no ignored prefix names:', ...lines].join('\n');
    }
    case 'halt':
      return `The program of ${place.chain} stopped itself: ${finding.reason}`;
    case 'inconclusive':
      return finding.reason;
  }
}

/** What was found in a run, in words; `undefined` when nothing was. */
export function describeOutcome({ finding }: { readonly finding?: Finding | undefined }): string | undefined {
  return finding && describeFinding(finding);
}

function touchedText(properties: readonly string[]): string {
  return `  touches ${properties.length === 0 ? 'no named property' : properties.join(', ')}`;
}
