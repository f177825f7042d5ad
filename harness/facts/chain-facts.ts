import type { ChainName, ValidatorUpdate } from '../../specs/block.ts';
import type { ChainGenesis, ConsumerGenesis } from '../../specs/genesis.ts';
import type { Hex } from '../../specs/value.ts';
import type { Resumption } from '../../model/chain.ts';
import type { Codec } from '../codec/codec.ts';
import type { ProgramDied } from './program-error.ts';
import type { ExportedGenesis, Replayed } from './answers.ts';

/** What a program answered to its genesis (ABCI `InitChain`), as far as the source knows it. */
export interface StartAnswer {
  readonly appHash?: Hex | undefined;
  readonly validatorUpdates?: readonly ValidatorUpdate[] | undefined;
}

/** A chain that started from a genesis. */
export interface StartFact {
  readonly chain: ChainName;
  /** The messages of its program. */
  readonly codec: Codec;
  readonly genesis: ChainGenesis;
  /** The genesis as bytes, where others made it: the model may not support all of it. */
  readonly bytes?: () => Uint8Array;
  readonly answer: StartAnswer;
}

/** A chain whose program exported its state and started again from it, or stopped itself on that. */
export interface ExportFact {
  readonly chain: ChainName;
  readonly began: Resumption;
  readonly answer: ExportAnswer;
}

/** What came of an export; `exported` is what stands in the genesis file, where the source has it. */
export type ExportAnswer =
  | (StartAnswer & {
      readonly kind: 'started';
      readonly exported?: ExportedGenesis;
      readonly replayed?: readonly Replayed[];
    })
  | { readonly kind: 'halted'; readonly died: ProgramDied };

/** A standalone chain whose program was replaced by that of a consumer (ADR-010). */
export interface ChangeoverFact {
  readonly chain: ChainName;
  readonly codec: Codec;
  readonly genesis: ConsumerGenesis;
  /** The state that the new program found, where it told. */
  readonly appHash?: Hex | undefined;
}
