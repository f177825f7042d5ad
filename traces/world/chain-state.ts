import type { ChainName } from '../../specs/block.ts';
import type { ChainGenesis } from '../../specs/genesis.ts';
import type { Hex, Nanos } from '../../specs/value.ts';
import type { ModelChain, Resumption } from '../../model/chain.ts';
import type { State } from '../../model/draft.ts';
import type { ValidatorSet } from '../../model/consensus/validator-set.ts';

/** The part of a block that a light client header needs. */
export interface Header {
  readonly height: bigint;
  readonly time: Nanos;
  /** The state after the previous block. */
  readonly appHash: Hex;
  readonly nextValidatorsHash: Hex;
  /** Addresses of the validators whose vote its commit lacks. */
  readonly absent: ReadonlySet<Hex>;
}

/** A chain after its newest block: the state of the model, and the consensus state for the next block. */
export interface ChainState {
  readonly name: ChainName;
  /** The genesis of its program. After a changeover, the genesis of the consumer. */
  readonly genesis: ChainGenesis;
  readonly model: ModelChain;
  /** The state before the newest block: the newest header proves this state. */
  readonly before: State;
  readonly height: bigint;
  readonly time: Nanos;
  /** The height with which its program began, and the time of the genesis that it began with. */
  readonly began: Resumption;
  /** The app hash after the newest block, as its program returned it; `undefined` if it was not recorded. */
  readonly appHash: Hex | undefined;
  /** The header of the newest block; `undefined` before the first one. */
  readonly header: Header | undefined;
  /** The validator set of the newest block. */
  readonly lastSet: ValidatorSet;
  /** The validator set of the next block. */
  readonly set: ValidatorSet;
  /** The validator set of the block after the next one. */
  readonly nextSet: ValidatorSet;
  /** Whether no block can follow: its validator set is empty, which CometBFT refuses, or its program has stopped itself. */
  readonly over: boolean;
}
