import { minter } from '../../../specs/tables/mint.ts';
import { bendConsumerRow, type Fault } from '../fault.ts';

/** What is minted follows the supply and the part of it that is bonded, on a consumer too (SDK x/mint). */
export const consumerMintsAsBefore: Fault = {
  name: 'consumer-mints-as-before',
  describes: 'A consumer goes on minting what it minted in its first block, whatever its supply becomes.',
  needs: 'democracy',
  shownBy: 'democracy',
  bend: bendConsumerRow(minter, (row, before) => before ?? row),
};
