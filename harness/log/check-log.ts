import type { ChainKind } from '../../specs/chain-kind.ts';
import type { LogBlock, LogEntry, LogStart } from '../../specs/generated/log.ts';
import type { SovereignGenesis } from '../../specs/genesis.ts';
import type { Hex } from '../../specs/value.ts';
import type { ChainState } from '../../traces/world/chain-state.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { Network } from '../../traces/world/network.ts';
import { parseTime } from '../codec/time-text.ts';
import { BeyondModel } from '../facts/beyond-model.ts';
import { orBeyond } from '../follow/beyond.ts';
import { runDigest } from '../follow/digest.ts';
import { Found } from '../follow/finding.ts';
import { Follower, type MissingPart } from '../follow/follower.ts';
import type { Outcome } from '../follow/outcome.ts';
import type { Program } from '../releases/program.ts';
import type { Programs } from '../releases/programs.ts';
import { blockAnswerIn, rawBlockIn, startAnswerIn } from './entry-values.ts';
import { checkConsensusParams } from './genesis/consensus-params.ts';
import { readChangeover, readGenesis } from './genesis/read-genesis.ts';
import { knownNames } from './known-names.ts';
import { LogError } from './log-error.ts';
import type { OpenedLog } from './read-log.ts';

/** A part that a log may leave out. */
type LogPart = 'consensus parameters' | MissingPart;

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
  readonly missing: Readonly<Partial<Record<LogPart, number>>>;
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
  readonly #network: Network;
  readonly #follower: Follower;
  #withoutParams = 0;
  #line = 0;

  constructor(log: OpenedLog, options: CheckOptions) {
    this.#log = log;
    this.#options = options;
    this.#network = Network.of(options.model);
    this.#follower = new Follower({
      network: this.#network,
      names: knownNames(),
      digest: runDigest(''),
      ofOthers: true,
      onBlock: () => options.onBlock?.(this.#follower.blocks),
    });
  }

  async checked(): Promise<Checked> {
    const begun = performance.now();
    let found: unknown;
    try {
      for await (const { line, entry } of this.#log.lines) {
        this.#options.signal?.throwIfAborted();
        this.#line = line;
        this.#take(entry);
      }
      this.#checkEnd();
    } catch (error) {
      found = error;
    }
    const followed = this.#follower.result(found);
    return {
      outcome: {
        ...followed,
        steps: 0,
        leftOut: null,
        stepTimes: [],
        programTime: 0,
        totalTime: performance.now() - begun,
      },
      line: this.#line,
      missing: {
        ...(this.#withoutParams > 0 && { 'consensus parameters': this.#withoutParams }),
        ...this.#follower.missing,
      },
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
    const { chain, kind, answer = {} } = entry;
    const known = this.#network.chains.get(chain);
    if (known?.genesis.kind === 'sovereign' && kind === 'consumer')
      return this.#changeOver(known, known.genesis, entry);
    if (known !== undefined) return this.#resume(known, entry);
    this.#follower.at(chain, 0n);
    if ((entry.initial_height ?? '1') !== '1') {
      throw new BeyondModel(`a chain that begins at height ${entry.initial_height}`, Buffer.from(entry.chain_id));
    }
    this.#checkParams(entry);
    const program = this.#program(kind);
    if (this.#options.model.programs[kind] === undefined) throw this.#error('/kind', noProgram(kind));
    const time = this.#read(() => parseTime(entry.time));
    const given = { chainId: entry.chain_id, time, appState: entry.app_state };
    const bytes = (): Uint8Array => Buffer.from(JSON.stringify(entry.app_state));
    const genesis = orBeyond('the genesis', bytes, () => readGenesis(program, given));
    this.#follower.start({ chain, codec: program.codec, genesis, bytes, answer: startAnswerIn(answer) });
  }

  /** A chain that starts once more, from what its program exported after its last block: the model knows that state. */
  #resume({ name, height, genesis }: ChainState, entry: LogStart): void {
    const { initial_height: initial, chain_id: chainId, time, answer = {} } = entry;
    const began = { chainId, height: height + 1n, time: this.#read(() => parseTime(time)) };
    if (initial !== String(began.height) || chainId !== genesis.chainId || height === 0n) {
      const way = `only from its own export, as ${genesis.chainId} with the initial height ${began.height}`;
      throw this.#error('/chain', `${name} has started already, and can start again ${way}`);
    }
    this.#follower.at(name, height);
    this.#checkParams(entry);
    // A program that the model says to refuse that state has started all the same.
    this.#follower.export({ chain: name, began, answer: { kind: 'started', ...startAnswerIn(answer) } });
  }

  /** The program of a consumer takes the place of that of a standalone chain, which has stopped for it (ADR-010). */
  #changeOver({ name, height, over }: ChainState, sovereign: SovereignGenesis, entry: LogStart): void {
    this.#follower.at(name, height);
    if (!over || entry.initial_height !== String(height + 1n)) {
      const way = `only when it has stopped, with the initial height ${height + 1n}`;
      throw this.#error('/chain', `${name} can go on as a consumer ${way}`);
    }
    const program = this.#program('consumer');
    const bytes = (): Uint8Array => Buffer.from(JSON.stringify(entry.app_state));
    const given = { appState: entry.app_state, time: this.#read(() => parseTime(entry.time)) };
    const genesis = orBeyond('the genesis', bytes, () => readChangeover(program, given, sovereign));
    this.#follower.changeover({ chain: name, codec: program.codec, genesis });
  }

  #program(kind: ChainKind): Program {
    const program = this.#options.programs[kind];
    if (program === undefined) throw this.#error('/kind', noProgram(kind));
    return program;
  }

  #checkParams({ consensus_params: params }: LogStart): void {
    if (params === undefined) this.#withoutParams++;
    else checkConsensusParams(params);
  }

  #block(entry: LogBlock): void {
    const chain = this.#network.chains.get(entry.chain);
    if (chain === undefined) throw this.#error('/chain', `${entry.chain} has not started`);
    const { name, height, over, genesis, appHash } = chain;
    if (entry.height !== String(height + 1n))
      throw this.#error('/height', `must be ${height + 1n}, the next of ${name}`);
    if (over) throw this.#error('', `${name} has stopped before`);
    this.#follower.at(name, height + 1n);
    const raw = this.#read(() => rawBlockIn(entry, genesis.chainId));
    if (appHash !== undefined && appHash !== raw.appHash) {
      // What a header says of the state before it, the block before has answered.
      const reason = `The log contradicts itself: the header of block ${raw.height} of ${name} says that the app hash is ${raw.appHash}, and the block before answered ${appHash}.`;
      throw this.#inconclusive(reason);
    }
    // A log does not tell whose vote a commit lacks, but the next block does.
    const decided = { by: 'others', raw, absent: new Set<Hex>() } as const;
    this.#follower.block({ chain: name, decided, answer: blockAnswerIn(entry, raw.txs) });
  }

  #checkEnd(): void {
    if (this.#follower.blocks === 0) throw this.#inconclusive('There is no block in the log.');
    for (const name of this.#network.chains.keys()) this.#follower.state(name);
  }

  #inconclusive(reason: string): Found {
    return new Found({ kind: 'inconclusive', place: this.#follower.place, reason, log: '' });
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

function noProgram(kind: ChainKind): string {
  return `no program of the release runs a ${kind} chain: choose another one with --consumer`;
}
