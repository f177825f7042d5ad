import {
  EMPTY_BLOCK,
  type Block,
  type Observation,
  type Tx,
  type TxResult,
  type ValidatorUpdate,
} from '../specs/block.ts';
import type { Features } from '../specs/feature.ts';
import type { ChainGenesis, ConsumerGenesis } from '../specs/genesis.ts';
import type { Nanos, Value } from '../specs/value.ts';
import type { ChainProgram } from './chain-program.ts';
import type { Context } from './context.ts';
import { Draft, type Mutation, type State } from './draft.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { Halt } from './halt.ts';
import { Refusal } from './refusal.ts';
import { routerOf } from './router.ts';

/** One chain of the model: its program, its features, its state after the last block. */
export interface ModelChain {
  readonly program: ChainProgram;
  readonly features: Features;
  readonly state: State;
  /** The genesis of the CCV module, which the next upgrade reads (ADR-010). */
  readonly genesisFile?: ConsumerGenesis;
  readonly mutation?: Mutation;
}

/** What a signature covers besides the transaction itself (SIGN_MODE_DIRECT). */
export interface Signing {
  readonly sequence: bigint;
  readonly accountNumber: bigint;
}

/** The result of a block: the chain after it, and the observation. */
export interface Step {
  readonly chain: ModelChain;
  readonly observation: Observation;
  /** The sequence and account number that each transaction is signed with. */
  readonly signings: readonly Signing[];
}

/** Starts a chain from its genesis (ABCI `InitChain`). */
export function initChain(program: ChainProgram, features: Features, genesis: ChainGenesis, mutation?: Mutation): Step {
  const context = contextOf({ program, features }, new Draft(new Map(), mutation), {
    ...EMPTY_BLOCK,
    chainId: genesis.chainId,
    height: 0n,
    time: genesis.time,
  });
  const validatorUpdates: ValidatorUpdate[] = [];
  for (const module of program.initGenesis) validatorUpdates.push(...(module.initGenesis?.(context, genesis) ?? []));
  return finish(
    { program, features, state: new Map(), ...(mutation && { mutation }) },
    context,
    [],
    [],
    validatorUpdates,
  );
}

/** The first block of a chain that starts from an exported genesis. */
export interface Resumption {
  readonly chainId: string;
  readonly height: bigint;
  readonly time: Nanos;
}

/**
 * Starts a chain from the genesis that its program exports after the last block (`export`, then ABCI `InitChain` with a
 * higher initial height). Tables that no module exports are lost. A genesis without validators is refused.
 */
export function resumeChain(chain: ModelChain, { chainId, height, time }: Resumption): Step {
  const { program, features, state, mutation } = chain;
  const exported = new Map<string, ReadonlyMap<string, Value>>();
  for (const { name } of program.initGenesis.flatMap((module) => module.exports?.(features) ?? [])) {
    const rows = state.get(name);
    if (rows !== undefined) exported.set(name, rows);
  }
  const block = { ...EMPTY_BLOCK, chainId, height, time };
  const context = contextOf(chain, new Draft(exported, mutation), block);
  const updates: ValidatorUpdate[] = [];
  try {
    for (const module of program.initGenesis) updates.push(...(module.importGenesis?.(context) ?? []));
    if (updates.length === 0) throw new Halt('app/no-validators', 'there is no validator');
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return halted(chain, { height: height - 1n }, error, []);
  }
  const { observation, ...step } = finish({ ...chain, state: exported }, context, [], [], updates);
  return { ...step, observation: { ...observation, height: height - 1n } };
}

/** Replaces the program of a chain and keeps its state. The new program reads the genesis of its CCV module (ADR-010). */
export function changeProgram(
  { state, mutation }: ModelChain,
  program: ChainProgram,
  features: Features,
  genesisFile: ConsumerGenesis,
): ModelChain {
  return { program, features, state, genesisFile, ...(mutation && { mutation }) };
}

/**
 * Applies one block (ABCI `FinalizeBlock` and `Commit`).
 * A block in which the program halts changes nothing.
 */
export function applyBlock(chain: ModelChain, block: Block): Step {
  const { program, state, mutation } = chain;
  const context = contextOf(chain, new Draft(state, mutation), block);
  const signings: Signing[] = [];
  try {
    return makeBlock(chain, context, signings);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    // The program gets the whole block, so the transactions after the halt are signed too.
    for (const tx of block.txs.slice(signings.length)) signings.push(signingOf(program, context, tx));
    return halted(chain, block, error, signings);
  }
}

function makeBlock(chain: ModelChain, context: Context, signings: Signing[]): Step {
  const { program } = chain;
  const { block } = context;
  for (const module of program.beginBlock) module.beginBlock?.(context);
  const txResults: TxResult[] = [];
  for (const tx of block.txs) txResults.push(deliver(program, context, tx, signings));
  const validatorUpdates: ValidatorUpdate[] = [];
  for (const module of program.endBlock) validatorUpdates.push(...(module.endBlock?.(context) ?? []));
  return finish(chain, context, txResults, signings, validatorUpdates);
}

/**
 * Runs one transaction: the checks that need no state, the ante handler, then all messages or none of them.
 * Only what the ante handler wrote survives a message that fails.
 */
function deliver(program: ChainProgram, context: Context, tx: Tx, signings: Signing[]): TxResult {
  const signing = signingOf(program, context, tx);
  signings.push(signing);
  const router = routerOf(program);
  if (tx.undecodable === true || !tx.messages.every((message) => router.canDecode(message)))
    return { codespace: 'sdk', code: 2 };
  try {
    for (const message of tx.messages) router.check(message, context.features);
    context.draft.attempt(() => program.ante(context, tx, signing.sequence));
    allOrNothing(context, () => {
      for (const message of tx.messages) router.handle(context, message);
    });
    return { codespace: '', code: 0 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { codespace: error.codespace, code: error.code };
  }
}

function signingOf(program: ChainProgram, context: Context, { signer, sequence, accountNumber }: Tx): Signing {
  return {
    sequence: sequence ?? program.nextSequence(context, signer),
    accountNumber: accountNumber ?? program.accountNumber(context, signer),
  };
}

/** The result of a block in which the program halts: nothing is committed. */
function halted(
  chain: ModelChain,
  { height }: Pick<Block, 'height'>,
  { message: halt, why: haltCause }: Halt,
  signings: readonly Signing[],
): Step {
  const none = { txResults: [], validatorUpdates: [], sentPackets: [], writtenAcks: [], changes: [] };
  return { chain, observation: { height, ...none, halt, haltCause }, signings };
}

function contextOf(
  { program, features, genesisFile }: Pick<ModelChain, 'program' | 'features' | 'genesisFile'>,
  draft: Draft,
  block: Block,
): Context {
  const { kind, bech32Prefix, apps } = program;
  const context = { kind, features, bech32Prefix, draft, block, apps, sentPackets: [], writtenAcks: [] };
  return genesisFile === undefined ? context : { ...context, genesisFile };
}

function finish(
  chain: ModelChain,
  context: Context,
  txResults: readonly TxResult[],
  signings: readonly Signing[],
  validatorUpdates: readonly ValidatorUpdate[],
): Step {
  const { draft, block, sentPackets, writtenAcks } = context;
  const changes = draft.changes();
  const observation = { height: block.height, txResults, validatorUpdates, sentPackets, writtenAcks, changes };
  return {
    chain: { ...chain, state: draft.commit() },
    observation: chain.mutation?.show?.(observation) ?? observation,
    signings,
  };
}
