import { missedBlocksMisplaced } from '../deviations/missed-blocks-misplaced.ts';
import { isWronged, MissedVotes } from '../history/missed-votes.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';

/** Only downtime is punished as downtime. */
export const punishedForDowntimeAlone: ExecutableProperty = {
  name: 'punished-for-downtime-alone',
  statement:
    'A chain punishes for downtime, or reports to its provider, only validators that missed more blocks of the signing ' +
    'window than allowed, even after governance has changed the window.',
  kind: 'safety',
  group: 'slashing',
  source: 'SM §Consumer Initiated Slashing, Evidence Provision; SDK x/slashing',
  touches: {
    provider: ['slashing/signing-infos', 'slashing/missed-blocks'],
    consumer: ['ccvconsumer/pending-packets', 'slashing/signing-infos', 'slashing/missed-blocks'],
    sovereign: ['slashing/signing-infos', 'slashing/missed-blocks'],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const votes = new MissedVotes();
  return {
    observe(event) {
      const wronged = votes.observe(event).punished.find(isWronged);
      if (wronged === undefined) return undefined;
      const { address, missed, most, windowChanged } = wronged;
      const does = event.kind === 'consumer' ? 'reports' : 'punishes';
      return violation(
        event,
        `it ${does} ${address}, which missed ${missed} blocks; however it may miss ${most}`,
        windowChanged ? missedBlocksMisplaced.name : undefined,
      );
    },
  };
}
