import { describe, expect, test } from 'vitest';
import { panicIn, ProgramDied, ProgramTimeout } from './program-error.ts';

/** What the ABCI server logs when it breaks a connection off. */
function line(error: string): string {
  return `3:19PM ERR Connection error err="${error}" module=abci-server\n`;
}

describe('the panic in a log', () => {
  test('that the ABCI server caught is told without time and stack', () => {
    const log =
      '3:07AM ERR Connection error err="recovered from panic: no \\"key\\" x\\ngoroutine 209 [running]:\\nabci"\n';
    expect(panicIn(log)).toBe('no "key" x');
  });

  test('is found in front of a stack that is longer than the part of a log that is kept', () => {
    expect(panicIn(`ERR err="recovered from panic: deep\\n${'frame\\n'.repeat(10_000)}"\n`)).toBe('deep');
  });

  test('that ended the process is told', () => {
    expect(panicIn('some line\npanic: assignment to entry in nil map\n\ngoroutine 1 [running]:\n')).toBe(
      'assignment to entry in nil map',
    );
  });

  test('may be an error with which the ABCI server breaks off, but not one of the connection itself', () => {
    expect(panicIn(line('the set \\"x\\" is empty'))).toBe('the set "x" is empty');
    expect(panicIn(line('error reading message: read unix: connection reset by peer'))).toBeUndefined();
  });

  test('is none when a transaction panicked, which the program survives', () => {
    expect(panicIn('3:07AM ERR panic recovered in runTx err="out of gas"\n')).toBeUndefined();
    expect(panicIn('')).toBeUndefined();
  });
});

describe('a program that died', () => {
  test.each(['write /dev/shm/x/trace: no space left on device', 'fork: cannot allocate memory', 'too many open files'])(
    'of what the machine refused did not stop itself: %s',
    (panic) => expect(new ProgramDied('it died', '', panic).panic).toBeUndefined(),
  );

  test('on a full disk did not stop itself, whatever it could still say', () => {
    const log = 'recovered from panic: short write\n\n/home: no space left on device\n';
    expect(new ProgramDied('it died', log, 'short write').panic).toBeUndefined();
  });

  test('of its own panic says so and keeps the end of its log', () => {
    const error = new ProgramDied('it died', `${'x'.repeat(10_000)}end`, 'index out of range');
    expect(error.panic).toBe('index out of range');
    expect(error.log).toMatch(/^x{7997}end$/u);
  });

  test('that only owes an answer is a time-out, and no panic', () => {
    const error = new ProgramTimeout('no answer to commit', 60_000, '');
    expect(error).toBeInstanceOf(ProgramDied);
    expect(error).toMatchObject({ message: 'no answer to commit in 60 s', panic: undefined });
  });
});
