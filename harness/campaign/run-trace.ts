import type { Block, ChainName, Observation } from '../../specs/block.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import type { ChainGenesis, ConsumerGenesis } from '../../specs/genesis.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import type { Rows } from '../../specs/rows.ts';
import type { Value } from '../../specs/value.ts';
import { Agenda } from '../../traces/simulate/agenda.ts';
import { traceText } from '../../traces/format/file.ts';
import { setupOf } from '../../traces/format/trace.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import type { BlockOrder, ChangeoverOrder, ExportOrder, Order, StartOrder } from '../../traces/world/order.ts';
import { World } from '../../traces/world/world.ts';
import type { Codec } from '../codec/codec.ts';
import type { RunningChain } from '../engines/engine.ts';
import type { Resumed } from '../facts/answers.ts';
import { decidedBlock, type BlockFact, type Halted } from '../facts/block-fact.ts';
import { runDigest } from '../follow/digest.ts';
import { Found } from '../follow/finding.ts';
import { Follower } from '../follow/follower.ts';
import { namesOf } from '../follow/names.ts';
import type { Outcome, Place } from '../follow/outcome.ts';
import { blockEntry, haltEntry, startEntry } from '../log/record.ts';
import type { LogWriter } from '../log/writer.ts';
import { allQuestions, ask, dueQuestion, type DueQuestion } from '../observe/queries.ts';
import { programOf } from '../releases/programs.ts';
import { ProgramDied } from '../facts/program-error.ts';
import { askConsumerGenesis } from './consumer-genesis.ts';
import type { Rig } from './rig.ts';

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
  /** Milliseconds that its program had owed answers when the run got it. */
  readonly waitedBefore: number;
}

/**
 * Runs a trace on the model and on the real programs at once and compares after every block.
 * It ends at the first finding; the rig is told to end all of its chains whatever happens.
 */
export async function runTrace(trace: Trace, rig: Rig, options: RunOptions): Promise<Outcome> {
  const run = new TraceRun(trace, rig, options);
  // A program that is still coming up would keep an interrupted run waiting.
  const stop = (): void => rig.stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    return await run.outcome();
  } finally {
    options.signal?.removeEventListener('abort', stop);
    rig.stop();
  }
}

class TraceRun {
  readonly #trace: Trace;
  readonly #rig: Rig;
  readonly #options: RunOptions;
  readonly #world: World;
  readonly #real = new Map<ChainName, RealChain>();
  readonly #agenda: Agenda;
  readonly #follower: Follower;
  readonly #stepTimes: number[] = [];
  #madeBlock = false;
  /** Milliseconds spent waiting for programs to come up. */
  #startTime = 0;

  constructor(trace: Trace, rig: Rig, options: RunOptions) {
    this.#trace = trace;
    this.#rig = rig;
    this.#options = options;
    this.#world = new World(setupOf(trace), options.model);
    this.#agenda = new Agenda(this.#world);
    this.#follower = new Follower({
      network: this.#world,
      names: namesOf(trace),
      digest: runDigest(traceText(trace)),
      onBlock: (chain, block, observation) => options.onlooker?.block(chain, block, observation),
    });
  }

  async outcome(): Promise<Outcome> {
    const begun = performance.now();
    let found: unknown;
    try {
      await this.#run();
    } catch (error) {
      const { signal } = this.#options;
      // An interruption ends the programs, and that they died then says nothing.
      const isInterrupted = signal?.aborted === true && error instanceof ProgramDied && error.panic === undefined;
      found = isInterrupted ? signal.reason : error;
    }
    const followed = this.#follower.result(found);
    // What ended untimely breaks off in the log, too.
    if (followed.verdict !== 'inconclusive') this.#options.record?.write({ entry: 'end' });
    return {
      ...followed,
      steps: this.#stepTimes.length,
      leftOut: this.#agenda.leftOut,
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
      this.#follower.atAction(index);
      for await (const fact of this.#rig.engine.catchUp()) await this.#take(fact);
      for (const order of this.#agenda.orders(action, index)) {
        this.#options.signal?.throwIfAborted();
        await this.#carryOut(order);
      }
      this.#stepTimes.push(performance.now() - begun);
      this.#options.onStep?.(this.#follower.blocks);
    }
    if (!this.#madeBlock) throw foundNothing(this.#trace, this.#follower.place);
    this.#agenda.end();
    await this.#checkEnd();
  }

  /** At the end of a trace: the whole state of every chain, and every query. */
  async #checkEnd(): Promise<void> {
    for (const name of this.#real.keys()) {
      if (!this.#follower.state(name) || this.#world.chain(name).over) continue;
      for (const question of allQuestions(this.#follower.asked(name))) await this.#ask(question, name);
    }
    this.#options.onlooker?.end(this.#follower.rows());
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
        return this.#restart(order.chain);
      case 'export':
        return this.#export(order);
      case 'changeover':
        return this.#changeover(order);
      case 'fault':
        this.#at(order.chain);
        this.#world.commitFault(order);
        return this.#running(order.chain).disturb(order);
    }
  }

  async #start(order: StartOrder): Promise<void> {
    const { chain } = order;
    this.#follower.at(chain, 0n);
    const { kind } = order.genesis;
    const running = await this.#launched(chain, kind);
    this.#real.set(chain, { running, waitedBefore: running.waited });
    const genesis = await this.#genesisFor(order, running);
    const answer = await running.start(genesis);
    this.#options.record?.write(startEntry(chain, genesis, answer, programOf(this.#rig.programs, kind)));
    this.#follower.start({ chain, codec: running.codec, genesis, answer });
  }

  async #restart(chain: ChainName): Promise<void> {
    this.#at(chain);
    this.#follower.restart(chain, await this.#running(chain).restart());
  }

  async #export({ chain }: ExportOrder): Promise<void> {
    const running = this.#running(chain);
    const { genesis } = this.#world.chain(chain);
    this.#at(chain);
    if (running.resume === undefined) throw new Error(`${chain} cannot go on from an export`);
    const began = this.#world.nextBeginning(chain);
    let started: Resumed;
    try {
      started = await running.resume(began);
    } catch (died) {
      if (!(died instanceof ProgramDied) || died.panic === undefined) throw died;
      this.#follower.export({ chain, began, answer: { kind: 'halted', died } });
      return;
    }
    const program = programOf(this.#rig.programs, genesis.kind);
    this.#options.record?.write(startEntry(chain, { ...genesis, ...began }, started, program));
    this.#follower.export({ chain, began, answer: { kind: 'started', ...started } });
  }

  async #changeover({ chain, genesis: expected }: ChangeoverOrder): Promise<void> {
    const running = this.#running(chain);
    const { height } = this.#world.chain(chain);
    this.#at(chain);
    if (running.changeOver === undefined) throw new Error(`${chain} cannot change over to another program`);
    const program = this.#rig.programs.consumer;
    const ccv = await this.#ccvGenesis(chain, expected, program.codec);
    const genesis = { ...expected, ccv };
    const started = await running.changeOver(program, genesis);
    this.#options.record?.write(startEntry(chain, { ...genesis, height: height + 1n }, started, program));
    this.#follower.changeover({ chain, codec: program.codec, genesis, appHash: started.appHash });
  }

  /** A consumer starts from what the provider really answers, which must be what the model expects. */
  async #genesisFor({ chain, genesis }: StartOrder, { codec }: RunningChain): Promise<ChainGenesis> {
    return genesis.kind === 'consumer' ? { ...genesis, ccv: await this.#ccvGenesis(chain, genesis, codec) } : genesis;
  }

  /** What the provider answers to who asks for the genesis of a consumer, with what operators say of themselves in it. */
  async #ccvGenesis(consumer: ChainName, expected: ConsumerGenesis, codec: Codec): Promise<Value> {
    const provider = this.#running('provider');
    const ccv = await askConsumerGenesis(provider, codec, this.#world.consumerId(consumer));
    const own = isSovereign(this.#world, consumer) ? { ...ccv, preCCV: true } : ccv;
    this.#follower.consumerGenesis(expected, own);
    return own;
  }

  /** The time of a block passes that a chain cannot make. */
  async #idle(order: BlockOrder): Promise<void> {
    if (!this.#real.has(order.chain)) return;
    this.#world.idle(order);
    for await (const fact of this.#rig.engine.idle(order)) await this.#take(fact);
  }

  async #block(order: BlockOrder): Promise<void> {
    const { height } = this.#world.chain(order.chain);
    this.#follower.at(order.chain, height + 1n);
    for await (const fact of this.#rig.engine.blocks(this.#world, order)) await this.#take(fact);
  }

  /** Records what a chain made of a block, lets it be followed, and asks the query that is due then. */
  async #take(fact: BlockFact): Promise<void> {
    const { chain, answer } = fact;
    this.#madeBlock = true;
    if (answer.kind === 'answered') this.#options.record?.write(blockEntry(chain, decidedBlock(fact), answer));
    // A block in which a program stops itself is its last one in a log.
    if (answer.kind === 'halted' && answer.by === 'program') this.#recordHalt(chain, answer);
    const end = this.#follower.block(fact);
    if (answer.kind === 'halted' && answer.by === 'consensus' && end === 'halted') this.#recordHalt(chain, answer);
    if (end !== 'made') return;
    const { height } = this.#world.chain(chain);
    const question = dueQuestion(height, QUERY_INTERVAL, this.#follower.asked(chain));
    if (question !== undefined) await this.#ask(question, chain);
  }

  #recordHalt(chain: ChainName, { reason, died }: Halted): void {
    if (died?.block !== undefined) this.#options.record?.write(haltEntry(chain, died.block, reason));
  }

  async #ask(question: DueQuestion, chain: ChainName): Promise<void> {
    this.#follower.answered(question, await ask(question, this.#running(chain)));
  }

  #running(name: ChainName): RunningChain {
    const chain = this.#real.get(name);
    if (chain === undefined) throw new Error(`the chain ${name} has not started`);
    return chain.running;
  }

  /** From here on what is found belongs to the newest height of a chain. */
  #at(name: ChainName): void {
    this.#follower.at(name, this.#world.chain(name).height);
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

/** Without a block nothing but the start of the provider was compared. */
function foundNothing({ actions }: Trace, place: Place): Found {
  const reason = actions.length === 0 ? 'The trace has no actions.' : 'No action made a block.';
  return new Found({ kind: 'inconclusive', place, reason, log: '' });
}

function isSovereign(world: World, name: ChainName): boolean {
  return world.chains.get(name)?.genesis.kind === 'sovereign';
}
