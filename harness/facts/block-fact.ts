import type { ChainName } from '../../specs/block.ts';
import type { Hex } from '../../specs/value.ts';
import type { Prepared } from '../../traces/world/predict.ts';
import type { ProgramDied } from './program-error.ts';
import type { Produced } from './answers.ts';
import type { RawBlock } from './raw-block.ts';

/** A part of an answer that a source may not know. */
export type AnswerPart = 'transaction codes' | 'validator updates' | 'packets' | 'state';

/**
 * Who decided a block:
 * - `harness`: the harness did, and the model has predicted it, as its transactions had to be signed
 * - `others`: only its bytes are known
 */
export type Decided =
  | { readonly by: 'harness'; readonly prepared: Prepared }
  | { readonly by: 'others'; readonly raw: RawBlock; readonly absent: ReadonlySet<Hex> };

/** What a program answered to a block. */
export interface Answered extends Omit<Produced, 'appHash'> {
  readonly kind: 'answered';
  readonly appHash: Hex | undefined;
  /** The parts that the source does not know; they are empty here. */
  readonly missing: readonly AnswerPart[];
}

/** A chain that stopped in a block, which nobody commits. */
export interface Halted {
  readonly kind: 'halted';
  /** What stopped: the program itself, or consensus, which cannot go on with what the program answered. */
  readonly by: 'program' | 'consensus';
  readonly reason: string;
  /** The error with which the program ended, where somebody saw it end. */
  readonly died?: ProgramDied;
}

/** What came of a block; nobody recorded the answer where it is `unrecorded`. */
export type BlockAnswer = Answered | Halted | { readonly kind: 'unrecorded' };

/** A block that a chain was told to make, and what it answered. */
export interface BlockFact {
  readonly chain: ChainName;
  readonly decided: Decided;
  readonly answer: BlockAnswer;
  /** How many blocks the chain has made without enough nodes to decide one, this block included; 0 unless told. */
  readonly withoutQuorum?: number;
}

/** What consensus decided of a block, whoever decided it. */
export function decidedBlock({ decided }: Pick<BlockFact, 'decided'>): Omit<RawBlock, 'txs'> {
  return decided.by === 'harness' ? decided.prepared.block : decided.raw;
}
