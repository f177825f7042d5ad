import * as fc from 'fast-check';
import type { VoteAction } from '../../specs/generated/trace.ts';
import type { VoteOption } from '../../specs/tables/gov.ts';

/** The options of a vote, by their names in traces. */
export const OPTIONS: Readonly<Record<VoteAction['option'], VoteOption>> = {
  yes: 'VOTE_OPTION_YES',
  abstain: 'VOTE_OPTION_ABSTAIN',
  no: 'VOTE_OPTION_NO',
  veto: 'VOTE_OPTION_NO_WITH_VETO',
  unspecified: 'VOTE_OPTION_UNSPECIFIED',
};

/** Usually yes, so that proposals pass. */
export const someOption: fc.Arbitrary<VoteAction['option']> = fc.oneof(
  { weight: 8, arbitrary: fc.constant('yes' as const) },
  { weight: 4, arbitrary: fc.constantFrom('abstain' as const, 'no' as const, 'veto' as const) },
  { weight: 1, arbitrary: fc.constant('unspecified' as const) },
);
