import type { Block } from '../../specs/block.ts';

/** All that consensus decided of one block, with its transactions as the bytes that they are in it. */
export interface RawBlock extends Omit<Block, 'txs'> {
  readonly txs: readonly Uint8Array[];
}
