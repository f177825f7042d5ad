import type { Socket } from 'node:net';
import type { Fields } from '../../../specs/value.ts';
import type { Codec } from '../../codec/codec.ts';
import { withLength } from '../../codec/with-length.ts';
import { panicIn, ProgramDied, ProgramTimeout } from '../../facts/program-error.ts';
import type { RunningProgram } from '../../runtimes/runtime.ts';
import { messageIn, textIn } from '../../observe/fields.ts';
import { connectTo } from './connect.ts';
import { readFrames } from './frame.ts';

/** Milliseconds after which no answer will come: a block takes some, the largest genesis a second. */
const DEADLINE = 60_000;
/** Milliseconds in which a program whose connection broke is expected to have ended, to say how. */
const LAST_WORDS = 1_000;
/** The requests in which a program that refuses stops its chain: a real consensus engine halts on an exception. */
const FATAL: ReadonlySet<string> = new Set(['init_chain', 'finalize_block', 'commit']);

/** A request by its kind, such as `finalize_block`, and its fields. */
export type AbciRequest = readonly [kind: string, fields: Fields];

/** A connection to a program over the ABCI socket protocol: requests are answered in their order. */
export interface AbciClient {
  /**
   * Sends a request; resolves with the fields of its response. Throws a `ProgramDied` when the program ends, breaks
   * off or refuses, a `ProgramTimeout` when it owes the answer for too long, and a `CodecError` for an answer that
   * can't be read.
   */
  request(...request: AbciRequest): Promise<Fields>;
  /** Sends requests in one go, so that the program need not wait for the harness between them. */
  requests(requests: readonly AbciRequest[]): Promise<Fields>[];
  /** Milliseconds in which the program owed an answer. */
  readonly waited: number;
  /** Breaks the connection off; what is not answered yet fails with an `AbortError`. */
  close(): void;
}

interface Waiting {
  readonly kind: string;
  resolve(fields: Fields): void;
  reject(error: unknown): void;
}

/** Connects to a program; `deadline` in milliseconds. Throws a `ProgramDied` when it does not listen. */
export async function openAbciClient(
  program: RunningProgram,
  codec: Codec,
  deadline: number = DEADLINE,
): Promise<AbciClient> {
  return new Client(await connectTo(program), program, codec, deadline);
}

class Client implements AbciClient {
  readonly #socket: Socket;
  readonly #program: RunningProgram;
  readonly #codec: Codec;
  readonly #limit: number;
  readonly #flush: Buffer;
  /** The answer to a flush, for which nobody waits. */
  readonly #flushed: Buffer;
  readonly #waiting: Waiting[] = [];
  readonly #read = readFrames((message) => this.#answer(message));
  #waitingSince = 0;
  #waited = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Why there is no connection any more. */
  #broken: Error | undefined;

  constructor(socket: Socket, program: RunningProgram, codec: Codec, limit: number) {
    this.#socket = socket;
    this.#program = program;
    this.#codec = codec;
    this.#limit = limit;
    this.#flush = withLength(codec.encode('tendermint.abci.Request', { flush: {} }));
    this.#flushed = Buffer.from(codec.encode('tendermint.abci.Response', { flush: {} }));
    socket.on('data', this.#read);
    socket.on('error', () => undefined);
    socket.on('close', () => void this.#lost());
  }

  get waited(): number {
    return this.#waited;
  }

  request(...request: AbciRequest): Promise<Fields> {
    const [answer] = this.requests([request]);
    if (answer === undefined) throw new Error('one request has one answer');
    return answer;
  }

  requests(requests: readonly AbciRequest[]): Promise<Fields>[] {
    if (this.#broken !== undefined) return requests.map(() => Promise.reject(this.#broken));
    const frames = requests.flatMap(([kind, fields]) => [
      withLength(this.#codec.encode('tendermint.abci.Request', { [kind]: fields })),
      this.#flush,
    ]);
    if (this.#waiting.length === 0) this.#waitingSince = performance.now();
    const answers = requests.map(
      ([kind]) => new Promise<Fields>((resolve, reject) => void this.#waiting.push({ kind, resolve, reject })),
    );
    this.#timer ??= setTimeout(() => this.#expire(), this.#limit).unref();
    this.#socket.write(Buffer.concat(frames));
    return answers;
  }

  close(): void {
    // Nobody's fault: a run that is interrupted ends its programs.
    this.#break(new DOMException('the harness closed the connection', 'AbortError'));
  }

  /** One timer for all requests: at its end, what was sent since is given the rest of its time. */
  #expire(): void {
    this.#timer = undefined;
    const [first] = this.#waiting;
    if (first === undefined) return;
    const left = this.#waitingSince + this.#limit - performance.now();
    if (left <= 0) this.#break(new ProgramTimeout(`no answer to ${first.kind}`, this.#limit, this.#program.log()));
    else this.#timer = setTimeout(() => this.#expire(), left).unref();
  }

  #answer(bytes: Buffer): void {
    if (this.#broken !== undefined || bytes.equals(this.#flushed)) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) {
      this.#break(new ProgramDied('the program answered what nobody asked', this.#program.log()));
      return;
    }
    const now = performance.now();
    this.#waited += now - this.#waitingSince;
    this.#waitingSince = now;
    try {
      const response = this.#codec.decode('tendermint.abci.Response', bytes) as Fields;
      const fields = response[waiting.kind];
      if (fields !== undefined) waiting.resolve(messageIn(fields, waiting.kind));
      else this.#refused(waiting, response);
    } catch (error) {
      waiting.reject(error);
    }
  }

  /** After an exception the program goes on as if nothing were wrong, but its chain has ended. */
  #refused(waiting: Waiting, response: Fields): void {
    const { kind } = waiting;
    const exception = exceptionIn(response);
    const what = exception ?? `another answer (${Object.keys(response).join(', ')})`;
    const panic = FATAL.has(kind) ? exception : undefined;
    const error = new ProgramDied(`the program refused ${kind}: ${what}`, this.#program.log(), panic);
    waiting.reject(error);
    this.#break(error);
  }

  /** The ABCI server logs a panic that it caught before it closes; who has not logged one is about to end. */
  async #lost(): Promise<void> {
    if (this.#broken !== undefined) return;
    const panic = panicIn(this.#program.log());
    const how = panic === undefined ? await lastWords(this.#program) : 'broke the connection off';
    const log = this.#program.log();
    this.#break(new ProgramDied(`the program ${how}`, log, panic ?? panicIn(log)));
  }

  #break(error: Error): void {
    if (this.#broken !== undefined) return;
    this.#broken = error;
    clearTimeout(this.#timer);
    this.#socket.destroy();
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
  }
}

function exceptionIn(response: Fields): string | undefined {
  if (response['exception'] === undefined) return undefined;
  return textIn(messageIn(response['exception'], 'exception')['error'], 'exception.error');
}

async function lastWords({ ended }: RunningProgram): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve('broke the connection off'), LAST_WORDS);
  try {
    return await Promise.race([ended, promise]);
  } finally {
    clearTimeout(timer);
  }
}
