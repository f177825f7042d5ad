import { providerParams } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Parameters that governance changes are in force at once. */
export const epochLengthKept: Fault = {
  name: 'epoch-length-kept',
  describes: 'Governance can not change how long an epoch is.',
  shownBy: 'governance-rules',
  bend: bendRow(providerParams, (row, before) => ({
    ...row,
    blocks_per_epoch: before?.blocks_per_epoch ?? row.blocks_per_epoch,
  })),
};
