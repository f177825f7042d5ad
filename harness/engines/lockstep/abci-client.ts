import { connect, type Socket } from 'node:net';
import type { Value } from '../../../specs/value.ts';
import type { Codec } from '../../codec/codec.ts';
import { panicIn, ProgramDied } from '../../runtimes/program-error.ts';
import type { RunningProgram } from '../../runtimes/runtime.ts';

/** A request that takes longer has no answer: a program that panics in `InitChain` neither answers nor closes. */
const DEADLINE = 60_000;
/** The socket file is there a moment before the program listens. */
const CONNECT_TRIES = 400;

type Fields = Readonly<Record<string, Value | undefined>>;

/** A connection to a program over the ABCI socket protocol: requests are answered in their order. */
export interface AbciClient {
  /** Sends a request such as `('finalize_block', {…})`; resolves with the fields of its response. */
  request(kind: string, fields: Fields): Promise<Fields>;
  /** Milliseconds in which the program owed an answer. */
  readonly waited: number;
  close(): void;
}

interface Waiting {
  readonly kind: string;
  resolve(fields: Fields): void;
  reject(error: Error): void;
}

/** Connects to a program. Throws a `ProgramDied` when it does not listen. */
export async function openAbciClient(program: RunningProgram, codec: Codec): Promise<AbciClient> {
  return new Client(await open(program), program, codec);
}

class Client implements AbciClient {
  readonly #socket: Socket;
  readonly #program: RunningProgram;
  readonly #codec: Codec;
  readonly #flush: Buffer;
  /** The answer to a flush, for which nobody waits. */
  readonly #flushed: Buffer;
  readonly #waiting: Waiting[] = [];
  #received = Buffer.alloc(0);
  #waitingSince = 0;
  #waited = 0;
  #deadline: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(socket: Socket, program: RunningProgram, codec: Codec) {
    this.#socket = socket;
    this.#program = program;
    this.#codec = codec;
    this.#flush = framed(codec.encode('tendermint.abci.Request', { flush: {} }));
    this.#flushed = Buffer.from(codec.encode('tendermint.abci.Response', { flush: {} }));
    socket.on('data', (bytes) => this.#receive(bytes));
    socket.on('error', (error) => this.#fail(`the connection broke: ${error.message}`));
    socket.on('close', () => this.#fail('the program closed the connection'));
    void program.ended.then((how) => this.#fail(`the program ${how}`));
  }

  get waited(): number {
    return this.#waited;
  }

  request(kind: string, fields: Fields): Promise<Fields> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(this.#died('the connection is closed'));
        return;
      }
      const bytes = framed(this.#codec.encode('tendermint.abci.Request', { [kind]: fields }));
      if (this.#waiting.length === 0) this.#await();
      this.#waiting.push({ kind, resolve, reject });
      this.#socket.write(Buffer.concat([bytes, this.#flush]));
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#deadline);
    this.#socket.destroy();
  }

  #await(): void {
    this.#waitingSince = performance.now();
    this.#deadline ??= setTimeout(() => this.#expire(), DEADLINE).unref();
  }

  #expire(): void {
    this.#deadline = undefined;
    if (this.#waiting.length === 0) return;
    if (performance.now() - this.#waitingSince < DEADLINE) this.#await();
    else this.#fail(`no answer to ${this.#waiting[0]?.kind} in ${DEADLINE / 1000} s`);
  }

  #receive(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#received, bytes]);
    for (let message = this.#next(); message !== undefined; message = this.#next()) this.#answer(message);
  }

  #next(): Buffer | undefined {
    const buffer = this.#received;
    let size = 0;
    let scale = 1;
    for (let at = 0; at < buffer.length; at++) {
      const byte = buffer[at] ?? 0;
      size += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte >= 0x80) continue;
      const start = at + 1;
      if (buffer.length < start + size) return undefined;
      this.#received = buffer.subarray(start + size);
      return buffer.subarray(start, start + size);
    }
    return undefined;
  }

  #answer(bytes: Buffer): void {
    if (bytes.equals(this.#flushed)) return;
    const now = performance.now();
    const waiting = this.#waiting.shift();
    this.#waited += now - this.#waitingSince;
    this.#waitingSince = now;
    if (waiting === undefined) return;
    const response = this.#codec.decode('tendermint.abci.Response', bytes) as Fields;
    const fields = response[waiting.kind];
    if (fields !== undefined) waiting.resolve(fields as Fields);
    else waiting.reject(this.#died(`the program answered ${waiting.kind} with ${JSON.stringify(response)}`));
  }

  #fail(reason: string): void {
    if (this.#closed) return;
    this.close();
    const error = this.#died(reason);
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
  }

  #died(reason: string): ProgramDied {
    const log = this.#program.log();
    return new ProgramDied(reason, log, panicIn(`${log}\n${reason}`));
  }
}

async function open(program: RunningProgram): Promise<Socket> {
  for (let tries = 1; ; tries++) {
    const socket = connect(program.socket);
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('error', reject);
      });
      socket.removeAllListeners('error');
      return socket;
    } catch (error) {
      if (tries === CONNECT_TRIES)
        throw new ProgramDied(`the program does not listen: ${String(error)}`, program.log());
      await new Promise((resolve) => void setTimeout(resolve, 5));
    }
  }
}

function framed(bytes: Uint8Array): Buffer {
  const size: number[] = [];
  let rest = bytes.length;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) size.push((rest & 0x7f) | 0x80);
  size.push(rest);
  return Buffer.concat([Buffer.from(size), bytes]);
}
