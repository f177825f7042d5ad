import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLog } from './read-log.ts';
import { openLog } from './writer.ts';

const HEAD = '{"entry":"log","lockstep":1}\n';
const START =
  '{"entry":"start","chain":"provider","kind":"provider","chain_id":"provider","time":"2026-01-01T00:00:00Z","app_state":{}}\n';
const END = '{"entry":"end"}\n';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lockstep-test-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The entries of a log with these contents, and how it breaks off. */
async function read(contents: string | Buffer): Promise<{ entries: string[]; cutOff: string | undefined }> {
  const path = join(folder, 'some.jsonl');
  writeFileSync(path, contents);
  const log = await readLog(path);
  const entries: string[] = [];
  for await (const { entry } of log.lines) entries.push(entry.entry);
  return { entries, cutOff: log.cutOff() };
}

describe('a block log', () => {
  test('ends with an entry that says so', async () => {
    expect(await read(HEAD + START + END)).toEqual({ entries: ['log', 'start', 'end'], cutOff: undefined });
  });

  test('without it may have been cut between two lines', async () => {
    const cutOff = 'the entry "end" is missing after line 2';
    expect(await read(HEAD + START)).toEqual({ entries: ['log', 'start'], cutOff });
    expect(await read(gzipSync(HEAD + START))).toEqual({ entries: ['log', 'start'], cutOff });
  });

  test('may be cut in the middle of a line', async () => {
    expect(await read(HEAD + START + END.slice(0, 5))).toEqual({
      entries: ['log', 'start'],
      cutOff: 'it breaks off in line 3',
    });
  });

  test('may be cut in the middle of what is compressed', async () => {
    const { entries, cutOff } = await read(Buffer.concat([gzipSync(HEAD), gzipSync(START + END).subarray(0, -20)]));
    expect(entries[0]).toBe('log');
    expect(cutOff).toMatch(/^the compressed file breaks off after line/u);
  });

  test('goes on with nothing after its end', async () => {
    await expect(read(HEAD + END + START)).rejects.toThrow('line 3: comes after the entry "end"');
  });

  test('that is written has no end but the one that its writer gives it', async () => {
    const path = join(folder, 'written.jsonl');
    const log = openLog(path);
    log.close();
    expect(await read(readFileSync(path))).toEqual({
      entries: ['log'],
      cutOff: 'the entry "end" is missing after line 1',
    });
  });
});
