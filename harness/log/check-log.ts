import { rowsOf, viewOf } from '../../specs/rows.ts';
import type { Block, ChainName, Observation } from '../../specs/block.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import { blockEvent, startEvent, type HistoryEvent } from '../../specs/event.ts';
import type { LogBlock, LogEntry, LogStart } from '../../specs/generated/log.ts';
import { IGNORED } from '../../specs/ignored/index.ts';
import { consumerChainIds, consumerClients } from '../../specs/tables/provider/consumers.ts';
import type { Hex } from '../../specs/value.ts';
import { TABLES } from '../../specs/tables/index.ts';
import { applyBlock, changeProgram, initChain, resumeChain, type Step } from '../../model/chain.ts';
import { applyUpdates } from '../../model/consensus/validator-set.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { runDigest } from '../follow/digest.ts';
import { findingOf, Found, foundBroken, foundDifferences, foundUnknown, verdictOf } from '../follow/finding.ts';
import type { Finding, Outcome, Place } from '../follow/outcome.ts';
import type { Programs } from '../releases/programs.ts';
import type { EventPart } from '../follow/presumed.ts';
import { watch, type Watch } from '../follow/watch.ts';
import { featuresUnderTest } from '../follow/world-model.ts';
import { parseTime } from '../codec/time-text.ts';
import { compareConsensus } from '../compare/compare-consensus.ts';
import { compare } from '../compare/compare.ts';
import { compareStates } from '../compare/compare-rows.ts';
import type { Difference } from '../compare/difference.ts';
import type { NameBook } from '../compare/name-book.ts';
import { nameMessages } from '../compare/name-messages.ts';
import { BeyondModel } from '../decode/beyond-model.ts';
import { decodeBlock } from '../decode/decode-block.ts';
import type { RawBlock } from '../facts/raw-block.ts';
import { nothingAt, openObserver, type Observed } from '../observe/observer.ts';
import { compareConsumerStart } from './compare-consumer-start.ts';
import { checkConsensusParams } from './genesis/consensus-params.ts';
import type { Program } from '../releases/program.ts';
import { readChangeover, readGenesis } from './genesis/read-genesis.ts';
import { LogError } from './log-error.ts';
import type { LogChain } from './log-chain.ts';
import { knownNames } from './known-names.ts';
import { markForged } from '../decode/mark-forged.ts';
import { observedIn, presumedIn, type Part } from './observed-in.ts';
import { rawBlockIn, updatesIn } from './entry-values.ts';
import type { OpenedLog } from './read-log.ts';

/** What a log is checked with. */
export interface CheckOptions {
  /** Where the log came from, for errors. */
  readonly source: string;
  readonly programs: Programs;
  readonly model: WorldModel;
  readonly signal?: AbortSignal;
  /** Called after each block. */
  readonly onBlock?: (blocks: number) => void;
}

/** What checking a log gave. */
export interface Checked {
  readonly outcome: Outcome;
  /** The line of the finding; the last one without any. */
  readonly line: number;
  /** In how many blocks each part was not in the log, so that nothing could be compared. */
  readonly missing: Readonly<Partial<Record<Part, number>>>;
  /** How the log breaks off, in words. */
  readonly cutOff: string | undefined;
}

/**
 * Lets the model follow the blocks of a log, whoever made them, and compares all that the log tells of what the
 * programs answered. It ends at the first finding. Throws a `LogError` for a log that is none.
 */
export async function checkLog(log: OpenedLog, options: CheckOptions): Promise<Checked> {
  return new LogCheck(log, options).checked();
}

class LogCheck {
  readonly #log: OpenedLog;
  readonly #options: CheckOptions;
  readonly #chains = new Map<ChainName, LogChain>();
  readonly #digest = runDigest('');
  readonly #watch: Watch;
  readonly #names: NameBook = knownNames();
  /** The app hashes of all chains. */
  readonly #roots = new Set<Hex>();
  #ignored = 0;
  readonly #missing: Partial<Record<Part, number>> = {};
  #place: Place = { action: -1, chain: 'provider', height: 0n };
  #line = 0;
  #blocks = 0;

  constructor(log: OpenedLog, options: CheckOptions) {
    this.#log = log;
    this.#options = options;
    const features = featuresUnderTest(options.model);
    this.#watch = watch({ features, isExcused: () => this.#lacksChains() });
  }

  async checked(): Promise<Checked> {
    const begun = performance.now();
    let finding: Finding | undefined;
    try {
      for await (const { line, entry } of this.#log.lines) {
        this.#options.signal?.throwIfAborted();
        this.#line = line;
        this.#take(entry);
      }
      this.#checkEnd();
    } catch (error) {
      finding = findingOf(error, this.#place, this.#names);
    }
    return {
      outcome: {
        verdict: finding === undefined ? 'conforms' : verdictOf(finding),
        ...(finding && { finding }),
        steps: 0,
        blocks: this.#blocks,
        digest: this.#digest.hex(),
        witnesses: this.#watch.seen(),
        deviations: this.#watch.deviations(),
        notJudged: this.#watch.notJudged(),
        ignored: this.#ignored,
        stepTimes: [],
        programTime: 0,
        totalTime: performance.now() - begun,
      },
      line: this.#line,
      missing: this.#missing,
      cutOff: this.#log.cutOff(),
    };
  }

  #take(entry: LogEntry): void {
    switch (entry.entry) {
      case 'log':
      case 'end':
        return;
      case 'start':
        return this.#start(entry);
      case 'block':
        return this.#block(entry);
    }
  }

  #start(entry: LogStart): void {
    const { chain: name, kind, answer = {} } = entry;
    const known = this.#chains.get(name);
    if (known !== undefined && kind === 'consumer' && known.genesis.kind === 'sovereign') {
      return this.#changeOver(known, entry);
    }
    if (known !== undefined) return this.#resume(known, entry);
    this.#place = { ...this.#place, chain: name, height: 0n };
    if ((entry.initial_height ?? '1') !== '1') {
      throw new BeyondModel(`a chain that begins at height ${entry.initial_height}`, Buffer.from(entry.chain_id));
    }
    this.#checkParams(entry);
    const { model } = this.#options;
    const program = this.#program(kind);
    const [chainProgram, features] = [model.programs[kind], model.features[kind]];
    if (chainProgram === undefined || features === undefined) throw this.#error('/kind', noProgram(kind));
    const time = this.#read(() => parseTime(entry.time));
    const given = { chainId: entry.chain_id, time, appState: entry.app_state };
    const appState = (): Uint8Array => Buffer.from(JSON.stringify(entry.app_state));
    const genesis = orBeyond('the genesis', appState, () => readGenesis(program, given));
    const { codec } = program;
    if (genesis.kind === 'consumer') this.#report(compareConsumerStart(genesis, this.#chains));
    const step = orBeyond('the genesis', appState, () => initChain(chainProgram, features, genesis, model.bend));
    const validatorUpdates =
      answer.validators === undefined ? step.observation.validatorUpdates : updatesIn(answer.validators);
    if (answer.validators === undefined) this.#miss('validator updates');
    this.#digest.add(name, 0n, answer.app_hash ?? '');
    const observation: Observation = { ...step.observation, validatorUpdates, changes: [] };
    const { state } = step.chain;
    this.#report(
      compare({ observation: { ...step.observation, changes: [] }, rows: state }, { observation, rows: state }),
    );
    const set = applyUpdates([], validatorUpdates);
    const observer = openObserver({ tables: TABLES[kind], ignored: IGNORED[kind] }, codec);
    const chain: LogChain = {
      name,
      genesis,
      codec,
      observer,
      model: step.chain,
      height: 0n,
      began: 1n,
      appHash: answer.app_hash,
      sets: [[], set, set],
      whole: true,
      over: false,
    };
    this.#chains.set(name, chain);
    const started = startEvent({ chain: name, kind, observation, view: viewOf(observer.rows), genesis, set });
    this.#show(started, answer.validators === undefined ? ['validator updates'] : []);
  }

  /** A chain that starts once more, from what its program exported after its last block: the model knows that state. */
  #resume(chain: LogChain, entry: LogStart): void {
    const { initial_height: initial, chain_id: chainId, time, answer = {} } = entry;
    const { name, height, model, genesis } = chain;
    const began = { chainId, height: height + 1n, time: this.#read(() => parseTime(time)) };
    if (initial !== String(began.height) || chainId !== genesis.chainId || height === 0n) {
      const way = `only from its own export, as ${genesis.chainId} with the initial height ${began.height}`;
      throw this.#error('/chain', `${name} has started already, and can start again ${way}`);
    }
    this.#place = { ...this.#place, chain: name, height };
    this.#checkParams(entry);
    const step = resumeChain(model, began);
    const { state } = step.chain;
    const validatorUpdates =
      answer.validators === undefined ? step.observation.validatorUpdates : updatesIn(answer.validators);
    if (answer.validators === undefined) this.#miss('validator updates');
    this.#digest.add(name, height, answer.app_hash ?? '');
    const expected = { ...step.observation, changes: [] };
    // A program that the model says to refuse that state has started all the same.
    const observation = { ...nothingAt(height), validatorUpdates };
    this.#report(compare({ observation: expected, rows: state }, { observation, rows: state }));
    const set = applyUpdates([], validatorUpdates);
    const at = Number(began.height);
    chain.sets[at] = set;
    chain.sets[at + 1] = set;
    chain.model = step.chain;
    chain.appHash = answer.app_hash;
    chain.began = began.height;
    chain.observer.resume(height, { validatorUpdates });
  }

  /** Another program takes the place of that of a chain which lived on its own, and has stopped for it (ADR-010). */
  #changeOver(chain: LogChain, entry: LogStart): void {
    const { name, height, genesis, model } = chain;
    this.#place = { ...this.#place, chain: name, height };
    if (genesis.kind !== 'sovereign' || !chain.over || entry.initial_height !== String(height + 1n)) {
      const way = `only when it has stopped, with the initial height ${height + 1n}`;
      throw this.#error('/chain', `${name} can go on as a consumer ${way}`);
    }
    const program = this.#program('consumer');
    const { programs, features } = this.#options.model;
    const appState = (): Uint8Array => Buffer.from(JSON.stringify(entry.app_state));
    const consumer = orBeyond('the genesis', appState, () =>
      readChangeover(program, { appState: entry.app_state, time: this.#read(() => parseTime(entry.time)) }, genesis),
    );
    chain.genesis = consumer;
    chain.model = changeProgram(model, programs.consumer, features.consumer, consumer);
    chain.codec = program.codec;
    chain.over = false;
    chain.observer.changeProgram({ tables: TABLES.consumer, ignored: IGNORED.consumer }, program.codec);
    const set = chain.sets[Number(height) + 1] ?? [];
    const observation = nothingAt(height);
    const view = viewOf(chain.whole ? chain.observer.rows : chain.model.state);
    const started = startEvent({ chain: name, kind: 'consumer', observation, view, genesis: consumer, set });
    this.#show(started, chain.whole ? [] : ['state']);
  }

  #program(kind: ChainKind): Program {
    const program = this.#options.programs[kind];
    if (program === undefined) throw this.#error('/kind', noProgram(kind));
    return program;
  }

  #checkParams({ consensus_params: params }: LogStart): void {
    if (params === undefined) this.#miss('consensus parameters');
    else checkConsensusParams(params);
  }

  #block(entry: LogBlock): void {
    const chain = this.#chains.get(entry.chain);
    if (chain === undefined) throw this.#error('/chain', `${entry.chain} has not started`);
    const { height } = chain;
    if (entry.height !== String(height + 1n))
      throw this.#error('/height', `must be ${height + 1n}, the next of ${chain.name}`);
    if (chain.over) throw this.#error('', `${chain.name} has stopped before`);
    this.#place = { ...this.#place, chain: chain.name, height: height + 1n };
    const raw = this.#read(() => rawBlockIn(entry, chain.genesis.chainId));
    this.#roots.add(raw.appHash);
    if (entry.answer?.app_hash !== undefined) this.#roots.add(entry.answer.app_hash);
    this.#agreesWithItself(chain, raw);
    this.#report(compareConsensus(raw, chain.sets, chain.began));
    const { block, step } = this.#follow(chain, raw);
    const { observed, missing } = observedIn(entry, chain, step, raw.txs);
    for (const part of missing) this.#miss(part);
    this.#check(chain, block, step, observed);
    this.#move(chain, entry, step, observed.observation);
    // What a program stops itself in never becomes a block.
    if (observed.observation.halt !== undefined) return;
    this.#blocks++;
    this.#digest.add(chain.name, block.height, entry.answer?.app_hash ?? '');
    this.#seen(chain, block, observed.observation, presumedIn(missing));
    this.#options.onBlock?.(this.#blocks);
  }

  /** Whether the log has only some of the chains of its history: what seems to break a property may lie in another. */
  #lacksChains(): boolean {
    const chains = [...this.#chains.values()];
    const provider = chains.find(({ genesis }) => genesis.kind === 'provider');
    if (provider === undefined) return true;
    const { state } = provider.model;
    const chainIds = rowsOf(state, consumerChainIds);
    return [...rowsOf(state, consumerClients).keys()].some(
      (id) => !chains.some(({ genesis }) => genesis.chainId === chainIds.get(id)),
    );
  }

  /** What a header says of the state before it, the block before has answered. */
  #agreesWithItself({ name, appHash }: LogChain, raw: RawBlock): void {
    if (appHash === undefined || appHash === raw.appHash) return;
    const text = `The log contradicts itself: the header of block ${raw.height} of ${name} says that the app hash is ${raw.appHash}, and the block before answered ${appHash}.`;
    throw new Found({ kind: 'inconclusive', place: this.#place, text, log: '' });
  }

  /** What the model makes of a block. What it does not know may be quite right: then nobody can tell. */
  #follow({ codec, model }: LogChain, raw: RawBlock): { readonly block: Block; readonly step: Step } {
    const nameOf = (chainId: string): ChainName =>
      [...this.#chains.values()].find(({ genesis }) => genesis.chainId === chainId)?.name ?? chainId;
    return orBeyond(
      'the block',
      () => Buffer.concat(raw.txs),
      () => {
        const decoded = decodeBlock(raw, { codec, state: model.state, nameOf });
        const block =
          raw.txs.length === 0 || this.#lacksChains() ? decoded : markForged(decoded, (root) => this.#roots.has(root));
        return { block, step: applyBlock(model, block) };
      },
    );
  }

  #check(chain: LogChain, block: Block, step: Step, { observation, unknown, ignored }: Observed): void {
    this.#ignored += ignored;
    const { state } = step.chain;
    const { rows } = chain.whole ? chain.observer : { rows: state };
    // A program commits its genesis with its first block, so the whole state is compared then and no change before.
    const first = observation.height === chain.began && chain.whole;
    const differences = compare(
      { observation: first ? { ...step.observation, changes: [] } : step.observation, rows: state },
      { observation: first ? { ...observation, changes: [] } : observation, rows },
    );
    if (first) differences.push(...compareStates(state, rows));
    this.#report(nameMessages(differences, block.txs));
    if (unknown.length > 0) throw foundUnknown(unknown, this.#place);
  }

  #move(chain: LogChain, entry: LogBlock, step: Step, { validatorUpdates, halt }: Observation): void {
    chain.over = halt !== undefined;
    if (chain.over) return;
    const at = Number(entry.height);
    chain.model = step.chain;
    chain.height = BigInt(at);
    chain.appHash = entry.answer?.app_hash;
    chain.sets[at + 2] = applyUpdates(chain.sets[at + 1] ?? [], validatorUpdates);
  }

  #seen(
    { name, genesis: { kind }, sets, whole, observer, model }: LogChain,
    block: Block,
    observation: Observation,
    presumed: readonly EventPart[],
  ): void {
    const at = Number(block.height);
    const view = viewOf(whole ? observer.rows : model.state);
    const [set = [], nextSet = []] = [sets[at], sets[at + 1]];
    this.#show(blockEvent({ chain: name, kind, observation, view, block, set, nextSet }), presumed);
  }

  #checkEnd(): void {
    if (this.#blocks === 0) {
      throw new Found({ kind: 'inconclusive', place: this.#place, text: 'There is no block in the log.', log: '' });
    }
    for (const { name, height, began, model, observer, whole } of this.#chains.values()) {
      this.#place = { ...this.#place, chain: name, height };
      if (whole && height >= began) this.#report(compareStates(model.state, observer.rows));
    }
  }

  #show(event: HistoryEvent, presumed: readonly EventPart[]): void {
    const broken = this.#watch.see(event, new Set(presumed));
    if (broken !== undefined) throw foundBroken(broken, this.#place);
  }

  #report(differences: readonly Difference[]): void {
    if (differences.length > 0) throw foundDifferences(differences, this.#place, this.#names);
  }

  #miss(part: Part): void {
    this.#missing[part] = (this.#missing[part] ?? 0) + 1;
  }

  /** What the fields of an entry mean; the schema lets a day through that no calendar has. */
  #read<Meaning>(read: () => Meaning): Meaning {
    try {
      return read();
    } catch (error) {
      throw this.#error('', error instanceof Error ? error.message : String(error));
    }
  }

  #error(place: string, rule: string): LogError {
    return new LogError(this.#options.source, this.#line, place, rule);
  }
}

/** What is made of bytes in a log. What the model has no word for may be quite right: then nobody can tell. */
function orBeyond<Made>(what: string, bytes: () => Uint8Array, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (error instanceof BeyondModel) throw error;
    throw new BeyondModel(`${what}: ${error instanceof Error ? error.message : String(error)}`, bytes(), error);
  }
}

function noProgram(kind: ChainKind): string {
  return `no program of the release runs a ${kind} chain: choose another one with --consumer`;
}
