import type { Features } from '../../specs/feature.ts';
import type { ChainProgram } from '../../model/chain-program.ts';
import type { Mutation } from '../../model/draft.ts';

/** The model of the programs under test, one for each kind of chain, and their features. */
export interface WorldModel {
  readonly programs: PerKind<ChainProgram>;
  readonly features: PerKind<Features>;
  /** A planted fault, for the canary. */
  readonly mutation?: Mutation;
}

/** A value for each kind of chain. Not every release has a standalone program. */
type PerKind<Of> = Readonly<Record<'provider' | 'consumer', Of>> & { readonly sovereign?: Of };
