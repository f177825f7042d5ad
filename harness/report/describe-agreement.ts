import type { Agreement, Why } from '../agreement/agree.ts';
import { pathText } from '../compare/difference.ts';
import { withNames } from '../compare/name-book.ts';
import { show } from '../compare/show.ts';
import { describeFinding } from './describe-finding.ts';

/** Why two engines do not agree on a trace, in words; `undefined` when they do. */
export function describeAgreement(agreement: Agreement): string | undefined {
  switch (agreement.kind) {
    case 'agrees':
      return undefined;
    case 'parted':
      return agreement.where;
    case 'disagrees':
    case 'unclear':
      return describeWhy(agreement.why);
  }
}

function describeWhy(why: Why): string {
  if ('engine' in why) return `${why.engine}: ${describeFinding(why.finding)}`;
  const { between, differences, names } = why;
  const [mine, theirs] = between;
  return differences
    .map((difference) => {
      const [a, b] = [show(difference.expected, names), show(difference.observed, names)];
      return `${withNames(pathText(difference), names)}: ${mine} ${a}, ${theirs} ${b}`;
    })
    .join('\n');
}
