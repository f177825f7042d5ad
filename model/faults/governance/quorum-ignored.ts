import { govParams } from '../../../specs/tables/gov.ts';
import { bendReading, type Fault } from '../fault.ts';

/** Enough of the power must vote. */
export const quorumIgnored: Fault = {
  name: 'quorum-ignored',
  describes: 'A proposal passes however few have voted.',
  shownBy: 'governance-rules',
  bend: bendReading(govParams, (params) => ({ ...params, quorum: '0' })),
};
