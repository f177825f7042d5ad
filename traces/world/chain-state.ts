import type { ChainName } from '../../specs/block.ts';
import type { ChainGenesis } from '../../specs/genesis.ts';
import type { Hex, Nanos } from '../../specs/value.ts';
import type { ModelChain, Resumption } from '../../model/chain.ts';
import type { State } from '../../model/draft.ts';
import type { ValidatorSet } from '../../model/consensus/validator-set.ts';

/** What consensus decided of one block, as far as a light client header needs it. */
export interface Header {
  readonly height: bigint;
  readonly time: Nanos;
  /** The state after the block before. */
  readonly appHash: Hex;
  readonly nextValidatorsHash: Hex;
  /** Addresses of the validators whose vote its commit lacks. */
  readonly absent: ReadonlySet<Hex>;
}

/** Where a chain stands after its newest block: the state of its model, and what consensus needs for the next block. */
export interface ChainState {
  readonly name: ChainName;
  /** What its program started from; the genesis of the consumer for a standalone chain that has become one. */
  readonly genesis: ChainGenesis;
  readonly model: ModelChain;
  /** The state before the newest block: what its header can prove. */
  readonly before: State;
  readonly height: bigint;
  readonly time: Nanos;
  /** The height with which its program began, and the time of the genesis that it began with. */
  readonly began: Resumption;
  /** The state after the newest block, as its program answered it; `undefined` where nobody recorded the answer. */
  readonly appHash: Hex | undefined;
  /** The header of the newest block; `undefined` before the first one. */
  readonly header: Header | undefined;
  /** The set that signed the newest block. */
  readonly lastSet: ValidatorSet;
  /** The set that signs the next block. */
  readonly set: ValidatorSet;
  /** The set that signs the block after the next one. */
  readonly nextSet: ValidatorSet;
  /** Whether no block can follow: its validator set is empty, which CometBFT refuses, or its program has stopped itself. */
  readonly over: boolean;
}
