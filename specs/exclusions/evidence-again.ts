import { withheldExclusion } from '../exclusion.ts';

/** MsgSubmitConsumerDoubleVoting and MsgSubmitConsumerMisbehaviour. */
export const evidenceAgain = withheldExclusion({
  name: 'evidence-again',
  notDrawn:
    'evidence of equivocation on a consumer against a validator that is jailed for equivocation and not tombstoned',
  deviation: 'all-misbehaviour-slashed',
});
