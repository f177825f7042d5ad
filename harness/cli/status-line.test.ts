import { Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { statusLine } from './status-line.ts';

let written: string;
beforeEach(() => {
  written = '';
  vi.useFakeTimers({ toFake: ['performance'] });
  return () => vi.useRealTimers();
});

/** A stream that remembers what is written; with a width it is a terminal. */
function stream(columns?: number): WriteStream {
  const writable = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  return Object.assign(writable, { isTTY: columns !== undefined, columns }) as unknown as WriteStream;
}

const CLEAR = '\r\u001b[2K';

describe('on a terminal', () => {
  test('the line is rewritten in place, not more often than anybody can read', () => {
    const line = statusLine(stream(80));
    line.update('one');
    line.update('two');
    vi.advanceTimersByTime(100);
    line.update('three');
    expect(written).toBe(`${CLEAR}one${CLEAR}three`);
  });

  test('the line is cut to the width', () => {
    statusLine(stream(6)).update('0123456789');
    expect(written).toBe(`${CLEAR}01234`);
  });

  test('what stays is printed above, and the end keeps the last state', () => {
    const line = statusLine(stream(80));
    line.update('one');
    line.print('found');
    line.update('two');
    line.end();
    line.end();
    expect(written).toBe(`${CLEAR}one${CLEAR}found\n${CLEAR}two${CLEAR}two\n`);
  });
});

describe('in a pipe', () => {
  test('there is a new line every few seconds and at the end', () => {
    const line = statusLine(stream());
    line.update('one');
    line.update('two');
    vi.advanceTimersByTime(5000);
    line.update('three');
    line.update('four');
    line.end();
    expect(written).toBe('one\nthree\nfour\n');
  });

  test('nothing is said twice at the end', () => {
    const line = statusLine(stream());
    line.update('one');
    line.end();
    expect(written).toBe('one\n');
  });
});
