import type { Block, ChainName, Tx } from '../../specs/block.ts';
import type { ChainGenesis } from '../../specs/genesis.ts';
import { SECOND, type Hex, type Nanos } from '../../specs/value.ts';
import { applyBlock, initChain, resumeChain, type Resumption, type Step } from '../../model/chain.ts';
import { validatorsHash } from '../../model/consensus/validator-set.ts';
import type { ChainState } from './chain-state.ts';
import type { WorldModel } from './model.ts';
import type { BlockOrder } from './order.ts';

/** A block with the prediction of the model. */
export interface Prepared {
  readonly chain: ChainName;
  readonly block: Block;
  /** Addresses of the validators that the commit of the block has no vote of. */
  readonly absent: ReadonlySet<Hex>;
  readonly step: Step;
}

/** The prediction for a chain that restarts from an exported genesis. */
export interface ExportStep {
  readonly began: Resumption;
  readonly step: Step;
}

/** Predicts the start of a chain. The observation is that of `InitChain`. */
export function predictStart({ programs, features, mutation }: WorldModel, genesis: ChainGenesis): Step {
  const { kind } = genesis;
  const [program, own] = [programs[kind], features[kind]];
  if (program === undefined || own === undefined) throw new Error(`no program runs a ${kind} chain`);
  return initChain(program, own, genesis, mutation);
}

/** Predicts a given block. */
export function predictBlock({ name, model }: ChainState, block: Block, absent: ReadonlySet<Hex>): Prepared {
  return { chain: name, block, absent, step: applyBlock(model, block) };
}

/** Predicts the restart of a chain from the genesis that its program exports after the newest block. */
export function predictExport({ model }: ChainState, began: Resumption): ExportStep {
  return { began, step: resumeChain(model, began) };
}

/**
 * The next block of a chain for an order. `clock` is the time of the newest block of any chain. The first block of a
 * program has the time of its genesis and no votes.
 */
export function decideBlock(
  chain: ChainState,
  { seconds, misbehavior }: Pick<BlockOrder, 'seconds' | 'misbehavior'>,
  txs: readonly Tx[],
  clock: Nanos,
): Block {
  const { genesis, height: before, began, appHash, header, lastSet, set, nextSet } = chain;
  if (appHash === undefined) throw new Error(`the app hash of ${chain.name} is unknown`);
  const height = before + 1n;
  const first = height === began.height;
  const votes = lastSet.map(({ address, power }) => ({
    address,
    power,
    signed: header?.absent.has(address) === false,
  }));
  return {
    chainId: genesis.chainId,
    height,
    time: first ? began.time : clock + BigInt(seconds) * SECOND,
    appHash,
    validatorsHash: validatorsHash(set),
    nextValidatorsHash: validatorsHash(nextSet),
    proposer: set[Number(height) % set.length]?.address ?? '',
    votes: first || header === undefined ? [] : votes,
    misbehavior,
    txs,
  };
}
