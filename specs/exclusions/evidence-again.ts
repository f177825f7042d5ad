import { withheldExclusion } from '../exclusion.ts';

/** MsgSubmitConsumerDoubleVoting and MsgSubmitConsumerMisbehaviour. */
export const evidenceAgain = withheldExclusion({
  name: 'evidence-again',
  notDrawn: 'evidence against a validator that is in jail for equivocation and not tombstoned',
  deviation: 'all-misbehaviour-slashed',
});
