import { consensusParams } from '../../../specs/tables/consensus.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** Evidence that is too old is ignored (SDK, `handleEquivocationEvidence`). */
export const oldEvidencePunished: Fault = {
  name: 'old-evidence-punished',
  describes: 'A double sign is punished even if the evidence is too old.',
  shownBy: 'double-sign-too-old',
  mutation: mutateReading(consensusParams, (row) => ({
    ...row,
    evidence: { ...row.evidence, max_age_duration: 2n ** 62n },
  })),
};
