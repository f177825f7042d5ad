import { withheldExclusion } from '../exclusion.ts';

/** MsgSubmitConsumerMisbehaviour. */
export const nilVotesInEvidence = withheldExclusion({
  name: 'nil-votes-in-evidence',
  notDrawn: 'light client attack evidence with headers whose commits contain nil precommits',
  deviation: 'only-equivocators-punished',
});
