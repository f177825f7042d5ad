import type { Deviation } from '../deviation.ts';
import { isWronged, MissedVotes } from '../history/missed-votes.ts';

/** What a chain knows of missed blocks when governance changes the signing window (ICS-028, SDK x/slashing). */
export const missedBlocksMisplaced: Deviation = {
  name: 'missed-blocks-misplaced',
  describes:
    'A chain should count the blocks that a validator missed of its signing window; when governance makes the window shorter or longer, the releases leave the missed blocks in the places of the old window, so that some count for ever and others are forgotten.',
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
