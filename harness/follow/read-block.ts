import type { ChainName } from '../../specs/block.ts';
import type { Hex } from '../../specs/value.ts';
import type { ChainState } from '../../traces/world/chain-state.ts';
import { predictBlock, type Prepared } from '../../traces/world/predict.ts';
import type { Codec } from '../codec/codec.ts';
import { decodeBlock } from '../decode/decode-block.ts';
import { markForged } from '../decode/mark-forged.ts';
import type { Decided } from '../facts/block-fact.ts';
import { orBeyond } from './beyond.ts';

/** What it takes to read a block that others decided. */
interface Reading {
  readonly codec: Codec;
  /** The name of another chain by its chain id. */
  readonly nameOf: (chainId: string) => ChainName;
  /** Whether a root is the app hash of a chain; only who knows all chains can tell. */
  readonly isKnown: ((root: Hex) => boolean) | undefined;
}

/** What the model makes of a block that others decided. */
export function readBlock(
  { raw, absent }: Extract<Decided, { by: 'others' }>,
  state: ChainState,
  { codec, nameOf, isKnown }: Reading,
): Prepared {
  const bytes = (): Uint8Array => Buffer.concat(raw.txs);
  return orBeyond('the block', bytes, () => {
    const decoded = decodeBlock(raw, { codec, state: state.model.state, nameOf });
    const block = raw.txs.length === 0 || isKnown === undefined ? decoded : markForged(decoded, isKnown);
    return predictBlock(state, block, absent);
  });
}
