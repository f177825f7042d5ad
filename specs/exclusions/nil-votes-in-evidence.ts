import { withheldExclusion } from '../exclusion.ts';

/** MsgSubmitConsumerMisbehaviour. */
export const nilVotesInEvidence = withheldExclusion({
  name: 'nil-votes-in-evidence',
  notDrawn: 'headers in evidence of a light client attack whose commits hold precommits for no block',
  deviation: 'only-equivocators-punished',
});
