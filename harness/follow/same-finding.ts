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
      const { kind, path } = first;
      return `${kind} ${path[0]} ${kind === 'tx-code' ? path[1] : lastField(path)}`;
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

/** The field of a row, without the row's key. */
function lastField(path: readonly string[]): string {
  return path
    .slice(2)
    .filter((step) => !/^\d+$/u.test(step))
    .join('/');
}
