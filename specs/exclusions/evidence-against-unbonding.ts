import { withheldExclusion } from '../exclusion.ts';

/** MsgSubmitConsumerDoubleVoting and MsgSubmitConsumerMisbehaviour. */
export const evidenceAgainstUnbonding = withheldExclusion({
  name: 'evidence-against-unbonding',
  notDrawn: 'evidence of equivocation on a consumer by a validator that is unbonding',
  deviation: 'all-misbehaviour-slashed',
});
