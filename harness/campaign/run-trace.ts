import { viewOf, type Rows } from '../../specs/rows.ts';
import type { Block, ChainName, Observation, Tx } from '../../specs/block.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import type { ChainGenesis, ConsumerGenesis } from '../../specs/genesis.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import { IGNORED } from '../../specs/ignored/index.ts';
import { blockEvent, startEvent, type HistoryEvent } from '../../specs/event.ts';
import { TABLES } from '../../specs/tables/index.ts';
import type { Value } from '../../specs/value.ts';
import type { Step } from '../../model/chain.ts';
import { kindOf } from '../../traces/actions/index.ts';
import { traceText } from '../../traces/file.ts';
import { setupOf } from '../../traces/trace.ts';
import type { BlockOrder, ChangeoverOrder, ExportOrder, Order, StartOrder } from '../../traces/world/order.ts';
import { predictStart } from '../../traces/world/predict.ts';
import { setAt, World } from '../../traces/world/world.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { compare } from '../compare/compare.ts';
import { compareStates } from '../compare/compare-rows.ts';
import type { Difference } from '../compare/difference.ts';
import { nameMessages } from '../compare/name-messages.ts';
import type { Made, RunningChain } from '../engines/engine.ts';
import type { Resumed } from '../facts/answers.ts';
import type { Codec } from '../codec/codec.ts';
import { nothingAt, openObserver, type Observed, type Observer } from '../observe/observer.ts';
import { allQuestions, ask, dueQuestion, type Asked, type DueQuestion } from '../observe/queries.ts';
import { blockEntry, haltEntry, startEntry } from '../log/record.ts';
import type { LogWriter } from '../log/writer.ts';
import { ProgramDied } from '../runtimes/program-error.ts';
import { compareExport } from '../compare/compare-export.ts';
import { askConsumerGenesis } from './consumer-genesis.ts';
import { compareGenesis } from '../compare/compare-genesis.ts';
import { runDigest } from '../follow/digest.ts';
import { findingOf, foundBroken, foundDifferences, foundUnknown, verdictOf } from '../follow/finding.ts';
import { namesOf } from '../follow/names.ts';
import type { Finding, Outcome, Place } from '../follow/outcome.ts';
import type { Rig } from './rig.ts';
import { programOf } from '../releases/programs.ts';
import { watch } from '../follow/watch.ts';
import { featuresUnderTest } from '../follow/world-model.ts';

/** Every so many blocks of a chain one query is asked. */
const QUERY_INTERVAL = 10n;

/** Sees what a run takes in, when it has been compared. */
export interface Onlooker {
  /** A chain has made a block. */
  block(chain: ChainName, block: Block, observation: Observation): void;
  /** The trace has been carried out to its end: the whole state of every chain, by its name. */
  end(states: ReadonlyMap<ChainName, Rows>): void;
}

/** What a trace is run with. */
export interface RunOptions {
  readonly model: WorldModel;
  /** Ends the run between two blocks; the outcome is inconclusive then. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each action. */
  readonly onStep?: ((blocks: number) => void) | undefined;
  readonly onlooker?: Onlooker | undefined;
  /** Takes in what happens, for a block log. */
  readonly record?: Pick<LogWriter, 'write'> | undefined;
}

interface RealChain {
  readonly running: RunningChain;
  readonly observer: Observer;
  /** Milliseconds that its program had owed answers when the run got it. */
  readonly waitedBefore: number;
}

/**
 * Runs a trace on the model and on the real programs at once and compares after every block.
 * It ends at the first finding; the rig is told to end all of its chains whatever happens.
 */
export async function runTrace(trace: Trace, rig: Rig, options: RunOptions): Promise<Outcome> {
  const run = new TraceRun(trace, rig, options);
  try {
    return await run.outcome();
  } finally {
    rig.stop();
  }
}

class TraceRun {
  readonly #trace: Trace;
  readonly #rig: Rig;
  readonly #options: RunOptions;
  readonly #world: World;
  readonly #real = new Map<ChainName, RealChain>();
  readonly #digest;
  readonly #names;
  readonly #watch;
  readonly #stepTimes: number[] = [];
  #ignored = 0;
  #place: Place = { action: -1, chain: 'provider', height: 0n };
  #blocks = 0;
  /** Milliseconds spent waiting for programs to come up. */
  #startTime = 0;

  constructor(trace: Trace, rig: Rig, options: RunOptions) {
    this.#trace = trace;
    this.#rig = rig;
    this.#options = options;
    this.#world = new World(setupOf(trace), options.model);
    this.#watch = watch({ features: featuresUnderTest(options.model) });
    this.#names = namesOf(trace);
    this.#digest = runDigest(traceText(trace));
  }

  async outcome(): Promise<Outcome> {
    const begun = performance.now();
    let finding: Finding | undefined;
    try {
      await this.#run();
    } catch (error) {
      if (error instanceof ProgramDied) this.#recordHalt(this.#place.chain, error);
      finding = findingOf(error, this.#place, this.#names);
    }
    const verdict = finding === undefined ? 'conforms' : verdictOf(finding);
    // What ended untimely breaks off in the log, too.
    if (verdict !== 'inconclusive') this.#options.record?.write({ entry: 'end' });
    return {
      verdict,
      ...(finding && { finding }),
      steps: this.#stepTimes.length,
      blocks: this.#blocks,
      digest: this.#digest.hex(),
      witnesses: this.#watch.seen(),
      deviations: this.#watch.deviations(),
      notJudged: this.#watch.notJudged(),
      ignored: this.#ignored,
      stepTimes: this.#stepTimes,
      programTime: this.#programTime(),
      totalTime: performance.now() - begun,
    };
  }

  async #run(): Promise<void> {
    const order = World.genesis(this.#world.setup);
    const { genesisTime: time = order.genesis.time } = this.#rig.engine;
    await this.#start({ ...order, genesis: { ...order.genesis, time } });
    for (const name of startedConsumers(this.#trace)) this.#rig.expect(name);
    for (const [index, action] of this.#trace.actions.entries()) {
      this.#options.signal?.throwIfAborted();
      const begun = performance.now();
      this.#place = { ...this.#place, action: index };
      for await (const made of this.#rig.engine.catchUp(this.#world)) await this.#take(made);
      for (const order of kindOf(action).plan(this.#world, action)) await this.#carryOut(order);
      this.#stepTimes.push(performance.now() - begun);
      this.#options.onStep?.(this.#blocks);
    }
    await this.#checkEnd();
  }

  /** At the end of a trace: the whole state of every chain, and every query. */
  async #checkEnd(): Promise<void> {
    for (const [name, chain] of this.#real) {
      const { height, began, model, over } = this.#world.chains.get(name) ?? fail(name);
      this.#at(name, height);
      // A program that has made no block yet has committed nothing.
      if (height < began.height) continue;
      this.#report(compareStates(model.state, chain.observer.rows));
      if (!over) for (const question of allQuestions(this.#asked(name, chain))) await this.#ask(question, chain);
    }
    this.#options.onlooker?.end(new Map([...this.#real].map(([name, { observer }]) => [name, observer.rows])));
  }

  async #carryOut(order: Order): Promise<void> {
    if (!this.#world.accepts(order)) {
      if (order.kind === 'block') await this.#idle(order);
      return;
    }
    switch (order.kind) {
      case 'start':
        return this.#start(order);
      case 'block':
        return this.#block(order);
      case 'restart':
        this.#at(order.chain, this.#world.chains.get(order.chain)?.height ?? 0n);
        return (this.#real.get(order.chain) ?? fail(order.chain)).running.restart();
      case 'export':
        return this.#export(order);
      case 'changeover':
        return this.#changeover(order);
      case 'fault':
        this.#at(order.chain, this.#world.chains.get(order.chain)?.height ?? 0n);
        this.#world.commitFault(order);
        return (this.#real.get(order.chain) ?? fail(order.chain)).running.disturb(order);
    }
  }

  async #start(order: StartOrder): Promise<void> {
    const { chain: name } = order;
    this.#at(name, 0n);
    const { kind } = order.genesis;
    const running = await this.#launched(name, kind);
    const observer = openObserver({ tables: TABLES[kind], ignored: IGNORED[kind] }, running.codec);
    this.#real.set(name, { running, observer, waitedBefore: running.waited });
    const genesis = await this.#genesisFor(order, running);
    const step = predictStart(this.#world.model, order.genesis);
    const started = await running.start(genesis);
    this.#options.record?.write(startEntry(name, genesis, started, programOf(this.#rig.programs, kind)));
    this.#digest.add(name, 0n, started.appHash);
    const observed = observer.start(started);
    this.#check(step, observed, observer, { first: true });
    this.#world.commitStart(order, step, started.appHash);
    const { set } = this.#world.chain(name);
    const { observation } = observed;
    this.#show(startEvent({ chain: name, kind, observation, view: viewOf(observer.rows), genesis, set }));
  }

  async #export({ chain: name }: ExportOrder): Promise<void> {
    const { running, observer } = this.#real.get(name) ?? fail(name);
    const { genesis, height, model } = this.#world.chains.get(name) ?? fail(name);
    this.#at(name, height);
    if (running.resume === undefined) throw new Error(`${name} cannot go on from an export`);
    const prepared = this.#world.prepareExport(name);
    let started: Resumed;
    try {
      started = await running.resume(prepared.began);
    } catch (error) {
      const { halt } = prepared.step.observation;
      if (!(error instanceof ProgramDied) || error.panic === undefined || halt === undefined) throw error;
      this.#world.commitHalt(name);
      return;
    }
    this.#report(compareExport(model, prepared.began, started.exported));
    const program = programOf(this.#rig.programs, genesis.kind);
    this.#options.record?.write(startEntry(name, { ...genesis, ...prepared.began }, started, program));
    this.#digest.add(name, height, started.appHash);
    this.#check(prepared.step, observer.resume(height, started), observer, { first: true });
    this.#world.commitExport(name, prepared, started.appHash);
  }

  async #changeover({ chain: name, genesis: expected }: ChangeoverOrder): Promise<void> {
    const chain = this.#real.get(name) ?? fail(name);
    const { running, observer } = chain;
    const { height } = this.#world.chains.get(name) ?? fail(name);
    this.#at(name, height);
    if (running.changeOver === undefined) throw new Error(`${name} cannot change over to another program`);
    const program = this.#rig.programs.consumer;
    const ccv = await this.#ccvGenesis(name, expected, program.codec);
    const genesis = { ...expected, ccv };
    const started = await running.changeOver(program, genesis);
    this.#options.record?.write(startEntry(name, { ...genesis, height: height + 1n }, started, program));
    observer.changeProgram({ tables: TABLES.consumer, ignored: IGNORED.consumer }, program.codec);
    this.#world.commitChangeover({ chain: name, genesis });
    const { set } = this.#world.chain(name);
    const observation = nothingAt(height);
    this.#show(startEvent({ chain: name, kind: 'consumer', observation, view: viewOf(observer.rows), genesis, set }));
  }

  /** A consumer starts from what the provider really answers, which must be what the model expects. */
  async #genesisFor({ chain, genesis }: StartOrder, { codec }: RunningChain): Promise<ChainGenesis> {
    return genesis.kind === 'consumer' ? { ...genesis, ccv: await this.#ccvGenesis(chain, genesis, codec) } : genesis;
  }

  /** What the provider answers to who asks for the genesis of a consumer, with what operators say of themselves in it. */
  async #ccvGenesis(consumer: ChainName, expected: ConsumerGenesis, codec: Codec): Promise<Value> {
    const provider = (this.#real.get('provider') ?? fail('provider')).running;
    const ccv = await askConsumerGenesis(provider, codec, this.#world.consumerId(consumer));
    const own = isSovereign(this.#world, consumer) ? { ...ccv, preCCV: true } : ccv;
    this.#report(compareGenesis(expected, own));
    return own;
  }

  /** The time of a block passes that a chain cannot make. */
  async #idle(order: BlockOrder): Promise<void> {
    if (!this.#real.has(order.chain)) return;
    this.#world.idle(order);
    for await (const made of this.#rig.engine.idle(this.#world, order)) await this.#take(made);
  }

  async #block(order: BlockOrder): Promise<void> {
    const { height } = this.#world.chains.get(order.chain) ?? fail(order.chain);
    this.#at(order.chain, height + 1n);
    for await (const made of this.#rig.engine.blocks(this.#world, order)) await this.#take(made);
  }

  /** Compares a block and takes it in. */
  async #take({ prepared, produced, died, differences }: Made): Promise<void> {
    const { chain: name, block } = prepared;
    const chain = this.#real.get(name) ?? fail(name);
    const { observer } = chain;
    this.#at(name, block.height);
    this.#report(differences);
    if (produced === undefined) {
      if (died !== undefined) this.#recordHalt(name, died);
      this.#world.commitHalt(name, block.time);
      return;
    }
    this.#options.record?.write(blockEntry(name, block, produced));
    this.#blocks++;
    this.#digest.add(name, block.height, produced.appHash);
    const observed = observer.observe(block.height, produced);
    const began = this.#world.chains.get(name)?.began.height;
    this.#check(prepared.step, observed, observer, { first: block.height === began, txs: block.txs });
    if (block.height === began) this.#report(compareStates(prepared.step.chain.state, observer.rows));
    this.#world.commitBlock(prepared, produced.appHash);
    this.#seen(name, block, observed.observation, observer);
    this.#options.onlooker?.block(name, block, observed.observation);
    const question = dueQuestion(block.height, QUERY_INTERVAL, this.#asked(name, chain));
    if (question !== undefined) await this.#ask(question, chain);
  }

  /** A block in which a program stops itself is its last one in a log. */
  #recordHalt(name: ChainName, { panic, block }: ProgramDied): void {
    if (panic !== undefined && block !== undefined) this.#options.record?.write(haltEntry(name, block, panic));
  }

  #asked(name: ChainName, { observer }: RealChain): Asked {
    const { genesis, model, height } = this.#world.chains.get(name) ?? fail(name);
    const { kind, bech32Prefix } = model.program;
    return { kind, bech32Prefix, chainId: genesis.chainId, height, rows: viewOf(observer.rows) };
  }

  async #ask(question: DueQuestion, { running }: RealChain): Promise<void> {
    this.#report(await ask(question, running));
  }

  #report(differences: readonly Difference[]): void {
    if (differences.length > 0) throw foundDifferences(differences, this.#place, this.#names);
  }

  #seen(name: ChainName, block: Block, observation: Observation, observer: Observer): void {
    const chain = this.#world.chains.get(name) ?? fail(name);
    const at = Number(block.height);
    const { kind } = chain.genesis;
    const [set, nextSet] = [setAt(chain, at), setAt(chain, at + 1)];
    this.#show(blockEvent({ chain: name, kind, observation, view: viewOf(observer.rows), block, set, nextSet }));
  }

  #show(event: HistoryEvent): void {
    const broken = this.#watch.see(event);
    if (broken !== undefined) throw foundBroken(broken, this.#place);
  }

  /** A program commits its genesis with its `first` block, so no change is compared before and in it. */
  #check(
    step: Step,
    { observation, unknown, ignored }: Observed,
    { rows }: Observer,
    { first, txs = [] }: { readonly first: boolean; readonly txs?: readonly Tx[] },
  ): void {
    this.#ignored += ignored;
    const { state } = step.chain;
    const differences = compare(
      { observation: first ? { ...step.observation, changes: [] } : step.observation, rows: state },
      { observation: first ? { ...observation, changes: [] } : observation, rows },
    );
    this.#report(nameMessages(differences, txs));
    if (unknown.length > 0) throw foundUnknown(unknown, this.#place);
  }

  #at(chain: ChainName, height: bigint): void {
    this.#place = { ...this.#place, chain, height };
  }

  async #launched(name: ChainName, kind: ChainKind): Promise<RunningChain> {
    const begun = performance.now();
    try {
      return await this.#rig.chain(name, kind);
    } finally {
      this.#startTime += performance.now() - begun;
    }
  }

  /** Milliseconds in which this run could do nothing but wait for a program to come up or to answer. */
  #programTime(): number {
    const waits = [...this.#real.values()].map(({ running, waitedBefore }) => running.waited - waitedBefore);
    return waits.reduce((sum, wait) => sum + wait, this.#startTime);
  }
}

/** The consumers that a trace creates and starts, unless the protocol refuses. */
function startedConsumers({ actions }: Trace): ReadonlySet<ChainName> {
  const named = (kind: 'create-consumer' | 'start-consumer'): Set<ChainName> =>
    new Set(actions.flatMap((action) => (action.kind === kind ? [action.consumer] : [])));
  return named('create-consumer').intersection(named('start-consumer'));
}

function isSovereign(world: World, name: ChainName): boolean {
  return world.chains.get(name)?.genesis.kind === 'sovereign';
}

function fail(name: ChainName): never {
  throw new Error(`the chain ${name} has not started`);
}
