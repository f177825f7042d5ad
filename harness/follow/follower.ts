import type { Block, ChainName, Observation, Tx } from '../../specs/block.ts';
import { blockEvent, startEvent, type HistoryEvent } from '../../specs/event.ts';
import type { ConsumerGenesis } from '../../specs/genesis.ts';
import { IGNORED } from '../../specs/ignored/index.ts';
import { viewOf, type Rows } from '../../specs/rows.ts';
import { TABLES } from '../../specs/tables/index.ts';
import type { Hex, Value } from '../../specs/value.ts';
import type { Step } from '../../model/chain.ts';
import type { ChainState } from '../../traces/world/chain-state.ts';
import type { Network } from '../../traces/world/network.ts';
import { predictExport, predictStart, type Prepared } from '../../traces/world/predict.ts';
import { compareAnswer } from '../compare/compare-answer.ts';
import { compareConsumerStart } from '../compare/compare-consumer-start.ts';
import { compareExport } from '../compare/compare-export.ts';
import { compareFailure } from '../compare/compare-failure.ts';
import { compareGenesis } from '../compare/compare-genesis.ts';
import { compareHeader, compareQuorum } from '../compare/compare-header.ts';
import { compareRestart } from '../compare/compare-restart.ts';
import { compareStates } from '../compare/compare-rows.ts';
import { compare } from '../compare/compare.ts';
import type { Difference } from '../compare/difference.ts';
import type { NameBook } from '../compare/name-book.ts';
import { nameMessages } from '../compare/name-messages.ts';
import type { Replayed } from '../facts/answers.ts';
import type { BlockFact, Halted, AnswerPart } from '../facts/block-fact.ts';
import type { ChangeoverFact, ExportFact, StartFact } from '../facts/chain-facts.ts';
import { nothingAt, openObserver, type Observed } from '../observe/observer.ts';
import type { Asked, DueQuestion, QueryAnswer } from '../observe/queries.ts';
import { queryName } from '../observe/queries/query-check.ts';
import { orBeyond } from './beyond.ts';
import { consumerNames } from './consumer-names.ts';
import type { RunDigest } from './digest.ts';
import { findingOf, foundBroken, foundDifferences, foundUnknown, verdictOf } from './finding.ts';
import type { FollowedChain } from './followed-chain.ts';
import { lacksChains } from './lacks-chains.ts';
import type { Context, Outcome, Place } from './outcome.ts';
import { checkGas, readAnswer, unrecorded, type ReadAnswer } from './read-answer.ts';
import { readBlock } from './read-block.ts';
import { openTimeline } from './timeline.ts';
import { watch, type Watch } from './watch.ts';
import { featuresUnderTest } from './world-model.ts';

/** What a run is followed with. */
export interface FollowerOptions {
  /** Where the chains stand; a source that decides blocks itself decides them from the same states. */
  readonly network: Pick<Network, keyof Network>;
  /** Begun with what the digest is to depend on beside the app hashes. */
  readonly digest: RunDigest;
  readonly names: NameBook;
  /**
   * Whether others made the history: then chains of it may be missing, and its transactions may run out of gas, which
   * the model does not count.
   */
  readonly ofOthers?: boolean;
  /** Called with each block that conforms. */
  readonly onBlock?: ((chain: ChainName, block: Block, observation: Observation) => void) | undefined;
}

/** A part that a source may leave out, so that it cannot be compared; `answers` are whole answers. */
export type MissingPart = 'answers' | AnswerPart;

/** What following came to. */
export type Followed = Pick<
  Outcome,
  'verdict' | 'finding' | 'blocks' | 'digest' | 'witnesses' | 'deviations' | 'notJudged' | 'ignored' | 'queries'
>;

/** What became of a block: the chain goes on, it stopped as predicted, or consensus failed with its last validator. */
export type BlockEnd = 'made' | 'halted' | 'emptied';

/**
 * Follows chains: takes in what each was told and what it answered, asks the model, compares, lets the monitors of
 * properties, witnesses and deviations see it, and digests. Every source of blocks feeds one of these. A method throws
 * what it finds; the follower must not be fed after that.
 */
export class Follower {
  readonly #options: FollowerOptions;
  readonly #chains = new Map<ChainName, FollowedChain>();
  readonly #watch: Watch;
  /** The app hashes of all chains: what a proof may be checked against. */
  readonly #roots = new Set<Hex>();
  readonly #missing: Partial<Record<MissingPart, number>> = {};
  #place: Place = { action: -1, chain: 'provider', height: 0n };
  readonly #timeline = openTimeline();
  #blocks = 0;
  #ignored = 0;
  /** How many questions were asked, by query. */
  readonly #queries: Record<string, number> = {};

  constructor(options: FollowerOptions) {
    this.#options = options;
    const features = featuresUnderTest(options.network.model);
    this.#watch = watch({ features, isExcused: () => this.#lacksChains() });
  }

  /** What is found now belongs here. */
  get place(): Place {
    return this.#place;
  }

  /** How many blocks were followed. */
  get blocks(): number {
    return this.#blocks;
  }

  /** In how many starts and blocks each part was missing. */
  get missing(): Readonly<Partial<Record<MissingPart, number>>> {
    return this.#missing;
  }

  /** The rows of each chain, by its name. */
  rows(): ReadonlyMap<ChainName, Rows> {
    return new Map([...this.#chains].map(([name, { observer }]) => [name, observer.rows]));
  }

  /** From here on what is found belongs to this action of the trace. */
  atAction(action: number): void {
    this.#place = { ...this.#place, action };
  }

  /** From here on what is found belongs to this height of a chain. */
  at(chain: ChainName, height: bigint): void {
    this.#place = { ...this.#place, chain, height };
  }

  /** Compares the genesis that the provider answers for a consumer with the one that the model expects. */
  consumerGenesis(expected: Pick<ConsumerGenesis, 'ccv'>, observed: Value): void {
    this.report(compareGenesis(expected, observed));
  }

  /** Takes the start of a chain in. */
  start({ chain: name, codec, genesis, bytes, answer }: StartFact): void {
    const { network, digest } = this.#options;
    const { kind } = genesis;
    this.at(name, 0n);
    const predict = (): Step => predictStart(network.model, genesis);
    // The genesis of a consumer that the harness starts was compared when the provider answered it.
    if (bytes !== undefined && kind === 'consumer') this.report(compareConsumerStart(genesis, this.#provider()));
    const step = bytes === undefined ? predict() : orBeyond('the genesis', bytes, predict);
    const observer = openObserver({ tables: TABLES[kind], ignored: IGNORED[kind] }, codec);
    this.#chains.set(name, { codec, observer, rowsFrom: 'writes' });
    const missing = this.#missingIn(answer);
    const { validatorUpdates = step.observation.validatorUpdates } = answer;
    digest.add(name, 0n, answer.appHash ?? '');
    const { observation } = observer.start({ validatorUpdates });
    this.#compareAnswers(step, observation);
    network.commitStart({ kind: 'start', chain: name, genesis }, step, answer.appHash);
    const { set } = network.chain(name);
    this.#show(startEvent({ chain: name, kind, observation, view: viewOf(observer.rows), genesis, set }), missing);
  }

  /** Takes a chain in that starts again from its own export, or whose program stops itself on that. */
  export({ chain: name, began, answer }: ExportFact): void {
    const { network, digest } = this.#options;
    const { observer } = this.#followed(name);
    const state = network.chain(name);
    const { height } = state;
    this.at(name, height);
    const prepared = predictExport(state, began);
    const { step } = prepared;
    if (answer.kind === 'halted') {
      if (step.observation.halt === undefined) throw answer.died;
      this.#compareAnswers(step, { ...nothingAt(height), halt: answer.died.panic ?? answer.died.message });
      network.commitHalt(name);
      return;
    }
    this.report(compareRestart(answer.replayed ?? []));
    if (answer.exported !== undefined) this.report(compareExport(state.model, began, answer.exported));
    this.#missingIn(answer);
    const { validatorUpdates = step.observation.validatorUpdates } = answer;
    digest.add(name, height, answer.appHash ?? '');
    this.#compareAnswers(step, observer.resume(height, { validatorUpdates }).observation);
    network.commitExport(name, prepared, answer.appHash);
  }

  /** Takes a standalone chain in that goes on with the program of a consumer. */
  changeover({ chain: name, codec, genesis, appHash }: ChangeoverFact): void {
    const { network } = this.#options;
    const chain = this.#followed(name);
    const { height, appHash: before } = network.chain(name);
    this.at(name, height);
    if (appHash !== undefined && before !== undefined) this.report(compareRestart([{ first: before, again: appHash }]));
    chain.observer.changeProgram({ tables: TABLES.consumer, ignored: IGNORED.consumer }, codec);
    this.#chains.set(name, { ...chain, codec });
    network.commitChangeover({ chain: name, genesis });
    const { model, set } = network.chain(name);
    const observation = nothingAt(height);
    const isObserved = chain.rowsFrom === 'writes';
    const view = viewOf(isObserved ? chain.observer.rows : model.state);
    const missing = isObserved ? [] : (['state'] as const);
    this.#show(startEvent({ chain: name, kind: 'consumer', observation, view, genesis, set }), missing);
  }

  /** Takes a block in, or the end of a chain in one. */
  block(fact: BlockFact): BlockEnd {
    const { chain: name, decided, answer, withoutQuorum = 0 } = fact;
    const { network, digest } = this.#options;
    const state = network.chain(name);
    this.at(name, state.height + 1n);
    if (decided.by === 'others') {
      this.#roots.add(decided.raw.appHash);
      this.report([...compareHeader(decided.raw, state), ...compareQuorum(withoutQuorum)]);
    }
    const prepared = this.#prepared(fact, state);
    const { block, step } = prepared;
    if (answer.kind === 'halted') {
      this.#timeline.take(name, block, nothingAt(block.height));
      return this.#halt(state, prepared, answer);
    }
    const appHash = answer.kind === 'answered' ? answer.appHash : undefined;
    this.#blocks++;
    digest.add(name, block.height, appHash ?? '');
    if (appHash !== undefined) this.#roots.add(appHash);
    const read = this.#read(fact, step.observation);
    this.#timeline.take(name, block, read.observation);
    this.#compareBlock(state, prepared, read);
    network.commitBlock(prepared, appHash);
    this.#showBlock(prepared, read);
    this.#options.onBlock?.(name, block, read.observation);
    return 'made';
  }

  /** Takes a restart of the program in. */
  restart(name: ChainName, replayed: readonly Replayed[]): void {
    this.at(name, this.#options.network.chain(name).height);
    this.report(compareRestart(replayed));
  }

  /** Compares the whole state of a chain, unless its program has committed nothing yet; whether it has. */
  state(name: ChainName): boolean {
    const { height, began, model } = this.#options.network.chain(name);
    const { observer, rowsFrom } = this.#followed(name);
    this.at(name, height);
    if (height < began.height) return false;
    if (rowsFrom === 'writes') this.report(compareStates(model.state, observer.rows));
    return true;
  }

  /** What questions about a chain depend on. */
  asked(name: ChainName): Asked {
    const { genesis, model, height } = this.#options.network.chain(name);
    const { kind, bech32Prefix } = model.program;
    return { kind, bech32Prefix, chainId: genesis.chainId, height, state: this.#followed(name).observer.rows };
  }

  /** Takes in what a program answered to a question. */
  answered(question: DueQuestion, answer: QueryAnswer): void {
    const name = queryName(question.check);
    this.#queries[name] = (this.#queries[name] ?? 0) + 1;
    this.report(compareAnswer(question, answer));
  }

  /** Takes in where something differs. */
  report(differences: readonly Difference[]): void {
    if (differences.length > 0) throw foundDifferences(differences, this.#place);
  }

  /** What following came to, with the error that ended it if one did. Throws an error that the user has to fix. */
  result(error?: unknown): Followed {
    const finding = error === undefined ? undefined : findingOf(error, this.#place, this.#context());
    return {
      verdict: finding === undefined ? 'conforms' : verdictOf(finding),
      ...(finding && { finding }),
      blocks: this.#blocks,
      digest: this.#options.digest.hex(),
      witnesses: this.#watch.seen(),
      deviations: this.#watch.deviations(),
      notJudged: this.#watch.notJudged(),
      ignored: this.#ignored,
      queries: this.#queries,
    };
  }

  /** What names the keys of a finding, and the blocks that led to it. */
  #context(): Context {
    const { names, network } = this.#options;
    const consumers = consumerNames(this.#provider()?.model.state, network.chains.values());
    return { names: { ...names, consumers }, timeline: this.#timeline.chains() };
  }

  #prepared({ decided }: BlockFact, state: ChainState): Prepared {
    if (decided.by === 'harness') return decided.prepared;
    const { network } = this.#options;
    const { codec } = this.#followed(state.name);
    const isKnown = this.#lacksChains() ? undefined : (root: Hex): boolean => this.#roots.has(root);
    return readBlock(decided, state, { codec, isKnown, nameOf: (chainId) => network.nameOf(chainId) });
  }

  #halt(state: ChainState, { chain: name, block, step }: Prepared, { by, reason, died }: Halted): BlockEnd {
    const { halt } = step.observation;
    if (by === 'consensus' && halt === undefined) this.report(compareFailure(state, step, reason));
    else if (halt === undefined && died !== undefined) throw died;
    else this.#compareAnswers(step, { ...nothingAt(block.height), halt: reason });
    this.#options.network.commitHalt(name, block.time);
    return halt === undefined ? 'emptied' : 'halted';
  }

  /** What the chain answered to a block; from the first part that nobody recorded on its rows are the model's. */
  #read({ chain: name, decided, answer }: BlockFact, expected: Observation): ReadAnswer {
    const chain = this.#followed(name);
    if (answer.kind !== 'answered' || answer.missing.includes('state'))
      this.#chains.set(name, { ...chain, rowsFrom: 'model' });
    if (answer.kind !== 'answered') {
      this.#miss('answers');
      return unrecorded(expected);
    }
    const read = readAnswer(this.#followed(name), expected, answer);
    for (const part of read.missing) this.#miss(part);
    if (this.#options.ofOthers === true && decided.by === 'others')
      checkGas(expected.txResults, read.observation.txResults, answer.txs);
    return read;
  }

  /** A program commits its genesis with its first block: all rows are compared then, and no change. */
  #compareBlock(state: ChainState, { block, step }: Prepared, { observation, unknown, ignored }: Observed): void {
    const { rowsFrom, observer } = this.#followed(state.name);
    const expected = step.chain.state;
    const isFirst = rowsFrom === 'writes' && block.height === state.began.height;
    this.#ignored += ignored;
    if (isFirst) this.#compareAnswers(step, observation, block.txs);
    else this.#compare(step, observation, rowsFrom === 'writes' ? observer.rows : expected, block.txs);
    if (unknown.length > 0) throw foundUnknown(unknown, this.#place);
    if (isFirst) this.report(compareStates(expected, observer.rows));
  }

  /** Compares what was answered, and no rows. */
  #compareAnswers(step: Step, observed: Observation, txs: readonly Tx[] = []): void {
    const expected = { ...step, observation: { ...step.observation, changes: [] } };
    this.#compare(expected, { ...observed, changes: [] }, step.chain.state, txs);
  }

  #compare({ observation: expected, chain }: Step, observed: Observation, rows: Rows, txs: readonly Tx[]): void {
    const differences = compare({ observation: expected, rows: chain.state }, { observation: observed, rows });
    this.report(nameMessages(differences, txs));
  }

  #showBlock({ chain: name, block }: Prepared, { observation, missing }: ReadAnswer): void {
    const { genesis, model, lastSet: set, set: nextSet } = this.#options.network.chain(name);
    const { rowsFrom, observer } = this.#followed(name);
    const view = viewOf(rowsFrom === 'writes' ? observer.rows : model.state);
    this.#show(blockEvent({ chain: name, kind: genesis.kind, observation, view, block, set, nextSet }), missing);
  }

  /** Parts that stand as the model expects them are named, so that no property judges the model by itself. */
  #show(event: HistoryEvent, presumed: readonly AnswerPart[]): void {
    const broken = this.#watch.see(event, new Set(presumed));
    if (broken !== undefined) throw foundBroken(broken, this.#place);
  }

  #missingIn({ validatorUpdates }: StartFact['answer']): readonly AnswerPart[] {
    if (validatorUpdates !== undefined) return [];
    this.#miss('validator updates');
    return ['validator updates'];
  }

  #miss(part: MissingPart): void {
    this.#missing[part] = (this.#missing[part] ?? 0) + 1;
  }

  #lacksChains(): boolean {
    return this.#options.ofOthers === true && lacksChains(this.#options.network.chains.values());
  }

  #provider(): ChainState | undefined {
    return [...this.#options.network.chains.values()].find(({ genesis }) => genesis.kind === 'provider');
  }

  #followed(name: ChainName): FollowedChain {
    const chain = this.#chains.get(name);
    if (chain === undefined) throw new Error(`the chain ${name} has not started`);
    return chain;
  }
}
