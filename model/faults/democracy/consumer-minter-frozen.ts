import { minter } from '../../../specs/tables/mint.ts';
import { mutateConsumerRow, type Fault } from '../fault.ts';

/** Minting depends on the supply and the bonded ratio, on a consumer as on the provider (SDK x/mint). */
export const consumerMinterFrozen: Fault = {
  name: 'consumer-minter-frozen',
  describes: 'A consumer keeps the inflation and annual provisions of its first block.',
  needs: 'democracy',
  shownBy: 'democracy',
  mutation: mutateConsumerRow(minter, (row, before) => before ?? row),
};
