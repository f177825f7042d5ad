import type { ReportDifference, ReportFinding, ReportFound, ReportName } from '../../specs/generated/report.ts';
import type { Action } from '../../specs/generated/trace.ts';
import { byCodeUnits } from '../../specs/order.ts';
import { consumerIn } from '../compare/consumer-in.ts';
import { describe } from '../compare/describe.ts';
import { pathText, type Difference } from '../compare/difference.ts';
import { namesIn, type NameBook } from '../compare/name-book.ts';
import { placeOf } from '../compare/place.ts';
import type { Finding, Place } from '../follow/outcome.ts';
import { sectionsOf, sectionsOfDifference } from '../follow/sections.ts';
import { touchedBy, touchedByDifference } from '../follow/touched-by.ts';
import { describeFinding } from './describe-finding.ts';
import { lastLines, withLastLines } from './last-lines.ts';
import { timelineData } from './timeline-data.ts';
import { valueData } from './value-data.ts';

/** Where a finding stands and how it is found again. */
export interface FindingPlace {
  /** The name of the trace or of the log. */
  readonly trace: string;
  /** The action in which it was found; none at the start and in a log. */
  readonly step?: Action | undefined;
  /** The line of the log. */
  readonly line?: number;
  /** The trace, beside the report; empty when it was not written. */
  readonly file: string;
  /** The command that runs it again. */
  readonly again: string;
}

/** A finding as plain data of the report schema. */
export function findingData(finding: Finding, { trace, step, line, file, again }: FindingPlace): ReportFinding {
  const { place, kind } = finding;
  const found = foundData(finding);
  const timeline = timelineData(finding.timeline);
  const text = describeFinding(finding);
  return {
    trace,
    kind,
    chain: place.chain,
    height: Number(place.height),
    action: place.action,
    step: step === undefined ? null : { ...step },
    ...(line !== undefined && { line }),
    text: 'log' in finding ? withLastLines(text, finding.log) : text,
    paths: pathsOf(finding),
    touches: touchedBy(finding),
    file,
    again,
    found,
    names: namesOf(finding, JSON.stringify([found, timeline])),
    sections: sectionsOf(finding),
    timeline,
  };
}

/** A difference as plain data of the report schema. */
export function differenceData(difference: Difference, place: Place, names: NameBook): ReportDifference {
  return {
    kind: difference.kind,
    at: placeOf(difference),
    expected: valueData(difference.expected),
    observed: valueData(difference.observed),
    touches: touchedByDifference(difference, place),
    sections: sectionsOfDifference(difference, place),
    text: describe(difference, names),
  };
}

function foundData(finding: Finding): ReportFound {
  switch (finding.kind) {
    case 'difference': {
      const { kind, place, names, differences } = finding;
      return { kind, differences: differences.map((difference) => differenceData(difference, place, names)) };
    }
    case 'property': {
      const { kind, property, because, deviation = null } = finding;
      return { kind, property, because, deviation };
    }
    case 'unknown-write': {
      const { kind, writes } = finding;
      return { kind, writes: writes.map(({ store, key, value = null }) => ({ store, key, value })) };
    }
    case 'halt':
      return { kind: finding.kind, reason: finding.reason, log: lastLines(finding.log) };
    case 'inconclusive':
      return { kind: finding.kind, reason: finding.reason, log: lastLines(finding.log) };
  }
}

/** The names of what stands in a finding, by what they stand for and by value. */
function namesOf(finding: Finding, text: string): ReportName[] {
  const names = [...namesIn(text, finding.names), ...consumersIn(finding)];
  return names.toSorted((a, b) => byCodeUnits(a.of, b.of) || byCodeUnits(a.value, b.value));
}

function consumersIn(finding: Finding): ReportName[] {
  if (finding.kind !== 'difference') return [];
  const places = finding.differences.map(placeOf);
  const ids = new Set(
    places.flatMap((place) => (place.in === 'row' ? (consumerIn(place.table, place.key) ?? []) : [])),
  );
  return [...ids].flatMap((value) => {
    const name = finding.names.consumers.get(value);
    return name === undefined ? [] : [{ of: 'consumer' as const, value, name }];
  });
}

function pathsOf(finding: Finding): string[] {
  if (finding.kind === 'difference') return finding.differences.map(pathText);
  if (finding.kind === 'unknown-write') return finding.writes.map(({ store, key }) => `${store}/${key}`);
  return finding.kind === 'property' ? [finding.property] : [];
}
