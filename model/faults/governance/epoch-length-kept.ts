import { providerParams } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Parameters that governance changes take effect at once. */
export const epochLengthKept: Fault = {
  name: 'epoch-length-kept',
  describes: 'Governance cannot change the number of blocks per epoch.',
  shownBy: 'governance-rules',
  mutation: mutateRow(providerParams, (row, before) => ({
    ...row,
    blocks_per_epoch: before?.blocks_per_epoch ?? row.blocks_per_epoch,
  })),
};
