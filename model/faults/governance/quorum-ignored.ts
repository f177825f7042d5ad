import { govParams } from '../../../specs/tables/gov.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** A proposal needs a quorum. */
export const quorumIgnored: Fault = {
  name: 'quorum-ignored',
  describes: 'A proposal passes without a quorum.',
  shownBy: 'governance-rules',
  mutation: mutateReading(govParams, (params) => ({ ...params, quorum: '0' })),
};
