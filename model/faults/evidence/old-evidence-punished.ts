import { consensusParams } from '../../../specs/tables/consensus.ts';
import { bendReading, type Fault } from '../fault.ts';

/** Evidence that is too old is ignored (SDK, `handleEquivocationEvidence`). */
export const oldEvidencePunished: Fault = {
  name: 'old-evidence-punished',
  describes: 'A double sign is punished however long ago it was.',
  shownBy: 'double-sign-too-old',
  bend: bendReading(consensusParams, (row) => ({
    ...row,
    evidence: { ...row.evidence, max_age_duration: 2n ** 62n },
  })),
};
