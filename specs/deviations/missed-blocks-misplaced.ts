import type { Deviation } from '../deviation.ts';
import { isWronged, MissedVotes } from '../history/missed-votes.ts';

/** How missed blocks are counted after governance changes the signing window (ICS-028, SDK x/slashing). */
export const missedBlocksMisplaced: Deviation = {
  name: 'missed-blocks-misplaced',
  describes:
    'A chain should count the blocks of its signing window that a validator missed. When governance changes the length of the window, the releases keep the missed blocks at their old indexes, so some count for ever and others are lost.',
  breaks: 'ICS-028 SM §Consumer Initiated Slashing, Evidence Provision',
  source: 'observed: cosmos-sdk#12541; x/slashing/keeper/infractions.go, HandleValidatorSignature',
  appliesTo: 'all releases',
  trace: 'shorter-signing-window',
  watch() {
    const votes = new MissedVotes();
    return {
      sees(event) {
        const { miscounted, punished } = votes.observe(event);
        return [...miscounted, ...punished.filter(isWronged)].some(({ windowChanged }) => windowChanged);
      },
    };
  },
};
