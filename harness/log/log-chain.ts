import type { ChainName } from '../../specs/block.ts';
import type { ChainGenesis } from '../../specs/genesis.ts';
import type { Hex } from '../../specs/value.ts';
import type { ModelChain } from '../../model/chain.ts';
import type { ValidatorSet } from '../../model/consensus/validator-set.ts';
import type { Codec } from '../codec/codec.ts';
import type { Observer } from '../observe/observer.ts';

/** A chain of a block log, as far as it was read. */
export interface LogChain {
  readonly name: ChainName;
  genesis: ChainGenesis;
  codec: Codec;
  readonly observer: Observer;
  model: ModelChain;
  height: bigint;
  /** The height with which its program began. */
  began: bigint;
  /** What the program answered last, if the log says it. */
  appHash: Hex | undefined;
  /** The set that signs each height, known up to two heights ahead. */
  readonly sets: ValidatorSet[];
  /** Whether every block so far came with its writes, so that the whole state is known. */
  whole: boolean;
  /** Whether the program has stopped itself. */
  over: boolean;
}
