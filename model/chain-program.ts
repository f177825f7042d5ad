import type { ChainKind } from '../specs/chain-kind.ts';
import type { Hex } from '../specs/value.ts';
import type { Ante, Context, IbcApps, Module } from './context.ts';

/** The program of one kind of chain, as the model knows it. */
export interface ChainProgram {
  readonly kind: ChainKind;
  readonly bech32Prefix: string;
  readonly ante: Ante;
  readonly apps: IbcApps;
  /** In the order in which the program runs them. */
  readonly initGenesis: readonly Module[];
  readonly beginBlock: readonly Module[];
  readonly endBlock: readonly Module[];
  /** The sequence that the chain expects of an account's next transaction. */
  readonly nextSequence: (context: Context, signer: Hex) => bigint;
  /** The number of an account; 0 for an account that does not exist. */
  readonly accountNumber: (context: Context, signer: Hex) => bigint;
}
