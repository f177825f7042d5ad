import type { Deviation } from '../deviation.ts';
import { leavesNobody } from '../history/leaves-nobody.ts';

/** What becomes of a chain that has no validator left (ICS-028 SM §Assumptions, ADR-015). */
export const lastValidatorLeaves: Deviation = {
  name: 'last-validator-leaves',
  describes:
    'A chain should keep a validator, for consensus refuses an empty set; when all have opted out, are no longer eligible or are in jail, the releases remove the last one all the same, and the chain stops for ever.',
  breaks: 'ICS-028 SM §Assumptions, Live Blockchain',
  source:
    'ADR-017 (an empty validator set, recoverable only with a hard fork); docs/validators/partial-set-security-for-validators.md; CometBFT, types/validator_set.go, updateWithChangeSet',
  appliesTo: 'all releases',
  trace: 'everybody-opts-out',
  inVerdict: 'a chain was left without validators and stopped for ever',
  watch: () => ({ sees: (event) => event.event === 'block' && leavesNobody(event) }),
};
