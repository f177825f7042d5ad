import { withheldExclusion } from '../exclusion.ts';

/** MsgSubmitConsumerDoubleVoting and MsgSubmitConsumerMisbehaviour. */
export const evidenceAgainstUnbonding = withheldExclusion({
  name: 'evidence-against-unbonding',
  notDrawn: 'evidence of equivocation on a consumer against an unbonding validator',
  deviation: 'all-misbehaviour-slashed',
});
