import type { Deviation } from '../deviation.ts';
import { leavesNobody } from '../history/leaves-nobody.ts';

/** What happens when a chain has no validator left (ICS-028 SM §Assumptions, ADR-015). */
export const lastValidatorLeaves: Deviation = {
  name: 'last-validator-leaves',
  describes:
    'A chain should always keep a validator, because consensus refuses an empty set. The releases remove the last one when all validators have opted out, are no longer eligible or are jailed. The chain then halts permanently.',
  breaks: 'ICS-028 SM §Assumptions, Live Blockchain',
  source:
    'ADR-017 (an empty validator set, recoverable only with a hard fork); docs/validators/partial-set-security-for-validators.md; CometBFT, types/validator_set.go, updateWithChangeSet',
  appliesTo: 'all releases',
  trace: 'everybody-opts-out',
  inVerdict: 'a chain was left without validators and stopped for ever',
  watch: () => ({ sees: (event) => event.event === 'block' && leavesNobody(event) }),
};
