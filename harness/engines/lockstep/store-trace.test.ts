import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ObservationError } from '../../observe/observation-error.ts';
import { openStoreTrace, writesIn } from './store-trace.ts';

const line = (operation: string, key: string, value: string, txHash?: string): string =>
  `${JSON.stringify({
    operation,
    key: Buffer.from(key).toString('base64'),
    value: Buffer.from(value).toString('base64'),
    metadata: { blockHeight: 3, store_name: 'bank', txHash },
  })}\n`;
const write = (key: string, value: string) => ({ store: 'bank', key: Buffer.from(key), value: Buffer.from(value) });

describe('the writes in a store trace', () => {
  test('are in their order, without what was only read', () => {
    const text = line('read', 'a', '1') + line('write', 'a', '2') + line('iterKey', 'b', '') + line('write', 'a', '3');
    expect(writesIn(text)).toEqual([write('a', '2'), write('a', '3')]);
  });

  test('are deletions without a value', () => {
    expect(writesIn(line('delete', 'a', ''))).toEqual([{ store: 'bank', key: Buffer.from('a'), value: undefined }]);
  });

  test('are those of the block: what a transaction wrote for itself may have been undone', () => {
    const text = line('write', 'a', '1') + line('delete', 'a', '', 'AB') + line('write', 'b', '2', 'AB');
    expect(writesIn(text)).toEqual([write('a', '1')]);
  });

  test('cannot be told from a line that is cut or that is no write: it is named', () => {
    const whole = line('write', 'a', '1');
    expect(() => writesIn(whole.slice(0, -10))).toThrow(ObservationError);
    expect(() => writesIn('{"operation":"write","key":7}')).toThrow('cannot be read: {"operation":"write","key":7}');
  });

  test('may write nothing under a key', () => {
    expect(writesIn(line('write', 'a', ''))).toEqual([write('a', '')]);
  });
});

describe('the trace of a program that runs', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockstep-test-'));
    file = join(folder, 'trace');
    writeFileSync(file, '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('gives what is new since the last reading', () => {
    const trace = openStoreTrace(file);
    appendFileSync(file, line('write', 'a', '1'));
    expect(trace.read()).toEqual([write('a', '1')]);
    expect(trace.read()).toEqual([]);
    appendFileSync(file, line('write', 'b', '2'));
    expect(trace.read()).toEqual([write('b', '2')]);
    trace.close();
    trace.close();
  });

  test('is cut when it is long, and loses nothing by that', () => {
    const trace = openStoreTrace(file);
    appendFileSync(file, line('read', 'a', 'x'.repeat(1000)).repeat(7_000) + line('write', 'a', '1'));
    expect(trace.read()).toEqual([write('a', '1')]);
    expect(statSync(file).size).toBe(0);
    appendFileSync(file, line('write', 'b', '2'));
    expect(trace.read()).toEqual([write('b', '2')]);
    trace.close();
  });
});
