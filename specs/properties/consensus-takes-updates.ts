import { lastValidatorLeaves } from '../deviations/last-validator-leaves.ts';
import type { BlockEvent } from '../event.ts';
import { leavesNobody } from '../history/leaves-nobody.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import type { Hex } from '../value.ts';

/** What ABCI requires of the validator updates of a block. Consensus halts on any others (SM §Assumptions, Live Blockchain). */
export const consensusTakesUpdates: ExecutableProperty = {
  name: 'consensus-takes-updates',
  statement:
    'Consensus can apply the validator updates that a program returns: each key occurs once, a removed key is in the ' +
    'set, and the set does not become empty.',
  kind: 'safety',
  group: 'validator-set',
  source: 'SM §Assumptions, Live Blockchain; ABCI, FinalizeBlock, validator_updates',
  touches: { provider: ['validator-updates'], consumer: ['validator-updates'], sovereign: ['validator-updates'] },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  return {
    observe: (event) =>
      event.event === 'block' && event.observation.validatorUpdates.length > 0 ? refused(event) : undefined,
  };
}

function refused(event: BlockEvent): Violation | undefined {
  // Updates change the next validator set, and take effect two blocks later.
  const members = new Set(event.nextSet.map(({ pubKey }) => pubKey));
  const seen = new Set<Hex>();
  for (const { pubKey, power } of event.observation.validatorUpdates) {
    if (seen.has(pubKey))
      return violation(event, `it updates the key ${pubKey}; however the same block updates it already`);
    seen.add(pubKey);
    if (power === 0n && !members.has(pubKey))
      return violation(event, `it removes the key ${pubKey}; however the key is not in the set`);
  }
  if (!leavesNobody(event)) return undefined;
  return violation(event, 'it removes every validator; however consensus needs one', lastValidatorLeaves.name);
}
