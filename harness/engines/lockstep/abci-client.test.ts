import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Value } from '../../../specs/value.ts';
import { CodecError } from '../../codec/codec-error.ts';
import type { Codec } from '../../codec/codec.ts';
import { withLength } from '../../codec/with-length.ts';
import { ProgramDied, ProgramTimeout } from '../../facts/program-error.ts';
import type { RunningProgram } from '../../runtimes/runtime.ts';
import { openAbciClient, type AbciClient } from './abci-client.ts';
import { readFrames } from './frame.ts';

/** A codec whose messages are JSON. */
const json: Codec = {
  has: () => true,
  decode(type, bytes) {
    const text = Buffer.from(bytes).toString('utf8');
    if (!text.startsWith('{')) throw new CodecError(type, 'no message', Buffer.from(bytes).toString('hex'));
    return JSON.parse(text) as Value;
  },
  encode: (_, value) => Buffer.from(JSON.stringify(value)),
  encodeAny: () => Buffer.alloc(0),
  toGenesisJson: () => undefined,
  fromGenesisJson: () => null,
};

let folder: string;
let server: Server;
let end: (how: string) => void;
let log: string;
let running: RunningProgram;
let writes: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-test-'));
  log = '';
  writes = 0;
  const { promise, resolve } = Promise.withResolvers<string>();
  end = resolve;
  running = { socket: join(folder, 's'), storeTrace: '', log: () => log, ended: promise, stop: async () => undefined };
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** A program that answers with what `answer` says of the kind of a request; nothing if that is `undefined`. */
async function client(answer: (kind: string, socket: Socket) => string | undefined, deadline?: number) {
  server = createServer((socket) => {
    const read = readFrames((message) => {
      const [kind = ''] = Object.keys(JSON.parse(message.toString('utf8')) as object);
      const text = kind === 'flush' ? '{"flush":{}}' : answer(kind, socket);
      if (text !== undefined) socket.write(withLength(Buffer.from(text)));
    });
    socket.on('data', (piece) => {
      writes++;
      read(piece);
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(running.socket, resolve));
  return openAbciClient(running, json, deadline);
}

async function failureOf(abci: AbciClient, kind = 'query'): Promise<unknown> {
  const error = await abci.request(kind, {}).catch((e: unknown) => e);
  abci.close();
  return error;
}

describe('a connection to a program', () => {
  test('answers requests in their order, and sends what belongs together at once', async () => {
    const abci = await client((kind) => `{"${kind}":{"of":"${kind}"}}`);
    const answers = await Promise.all(
      abci.requests([
        ['finalize_block', {}],
        ['commit', {}],
      ]),
    );
    expect(answers).toEqual([{ of: 'finalize_block' }, { of: 'commit' }]);
    expect(writes).toBe(1);
    expect(abci.waited).toBeGreaterThan(0);
    abci.close();
  });

  test('that the program broke after a panic tells the panic', async () => {
    const abci = await client((_, socket) => void socket.destroy());
    log = '3:07AM ERR Connection error err="recovered from panic: no validators\\ngoroutine 1"\n';
    const error = await failureOf(abci, 'finalize_block');
    expect(error).toBeInstanceOf(ProgramDied);
    expect(error).toMatchObject({ panic: 'no validators', log });
  });

  test('to a program that was killed tells so, and that is no panic', async () => {
    const abci = await client((_, socket) => {
      socket.destroy();
      end('was ended by SIGKILL');
      return undefined;
    });
    expect(await failureOf(abci)).toMatchObject({ message: 'the program was ended by SIGKILL', panic: undefined });
  });

  test.each(['init_chain', 'finalize_block', 'commit'])('tells a chain that refuses %s as halted', async (kind) => {
    const abci = await client(() => '{"exception":{"error":"negative coins"}}');
    expect(await failureOf(abci, kind)).toMatchObject({
      message: `the program refused ${kind}: negative coins`,
      panic: 'negative coins',
    });
  });

  test('tells a refused query, which halts no chain', async () => {
    const abci = await client(() => '{"exception":{"error":"no such thing"}}');
    expect(await failureOf(abci)).toMatchObject({ panic: undefined });
  });

  test('gives the first reason to all requests under way and to those that come later', async () => {
    const abci = await client((kind) => (kind === 'commit' ? '{"commit":{}}' : '{"exception":{"error":"stop"}}'));
    const [block, commit] = await Promise.allSettled(
      abci.requests([
        ['finalize_block', {}],
        ['commit', {}],
      ]),
    );
    expect(block).toMatchObject({ status: 'rejected', reason: { panic: 'stop' } });
    expect(commit).toEqual(block);
    expect(await failureOf(abci)).toBe(block?.status === 'rejected' && block.reason);
  });

  test('to a program that owes an answer for too long times out', async () => {
    const abci = await client(() => undefined, 30);
    const error = await failureOf(abci);
    expect(error).toBeInstanceOf(ProgramTimeout);
    expect(error).toMatchObject({ message: 'no answer to query in 0.03 s' });
  });

  test('fails for an answer that cannot be read, and for one to another request', async () => {
    const abci = await client((kind) => (kind === 'query' ? 'garbage' : '{"echo":{}}'));
    const unread = await abci.request('query', {}).catch((e: unknown) => e);
    expect(unread).toBeInstanceOf(CodecError);
    expect(await failureOf(abci, 'info')).toMatchObject({ message: 'the program refused info: another answer (echo)' });
  });

  test('that the harness closes leaves nobody waiting', async () => {
    const abci = await client(() => undefined);
    const waiting = abci.request('query', {});
    abci.close();
    await expect(waiting).rejects.toThrow('the harness closed the connection');
  });
});
