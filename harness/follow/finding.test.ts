import { describe, expect, test } from 'vitest';
import { TraceError } from '../../traces/format/trace-error.ts';
import { CodecError } from '../codec/codec-error.ts';
import { BeyondModel } from '../facts/beyond-model.ts';
import { RefusedOtherwise } from '../facts/refused-otherwise.ts';
import { ObservationError } from '../observe/observation-error.ts';
import { ProgramDied } from '../facts/program-error.ts';
import { InconclusiveError } from '../inconclusive-error.ts';
import { SetupError } from '../setup-error.ts';
import { describeFinding } from '../report/describe-finding.ts';
import { NO_NAMES } from '../compare/name-book.ts';
import { findingOf, verdictOf } from './finding.ts';

const place = { action: 3, chain: 'provider', height: 5n };
const found = (error: unknown) => findingOf(error, place, { names: NO_NAMES, timeline: [] });

describe('an error on the way of a run is inconclusive where nobody can tell:', () => {
  test.each<[string, unknown, string]>([
    ['a program that was killed', new ProgramDied('it was killed', ''), 'it was killed'],
    ['an answer that cannot be read', new ObservationError('response', 'is not a message'), 'is not a message'],
    ['bytes that cannot be decoded', new CodecError('a.Type', 'no such field', 'ff'), 'bytes ff'],
    ['what the model has no word for', new BeyondModel('a multisig', Buffer.of(1)), 'cannot follow a multisig'],
    ['an inconclusive error of any class', new InconclusiveError('no node answers'), 'no node answers'],
    ['an interrupt', new DOMException('stop', 'AbortError'), 'interrupted'],
    [
      'an error of the harness',
      new TypeError('x is not a function'),
      'An error of the harness itself: TypeError: x is',
    ],
    ['a value that the harness cannot encode', new CodecError('a.Type', 'not a bigint'), 'of the harness itself'],
  ])('%s', (_, error, words) => {
    const finding = found(error);
    expect(describeFinding(finding)).toContain(words);
    expect(verdictOf(finding)).toBe('inconclusive');
    expect(finding.place).toBe(place);
  });
});

describe('it is a discrepancy where the program is to blame:', () => {
  test('it stops itself in a block that the model accepts', () => {
    expect(found(new ProgramDied('it died', '', 'out of luck'))).toMatchObject({ kind: 'halt' });
  });

  test('a node refuses a transaction with another code than predicted', () => {
    const tx = { signer: 'aa', publicKey: 'bb', sequence: null, fee: [], messages: [{ '@type': '/a.Msg' }] };
    const finding = found(new RefusedOtherwise(tx, { codespace: 'sdk', code: 5 }, { codespace: 'sdk', code: 13 }));
    expect(verdictOf(finding)).toBe('diverges');
    expect(finding).toMatchObject({
      kind: 'difference',
      place,
      differences: [
        {
          path: ['mempool', '/a.Msg'],
          expected: { codespace: 'sdk', code: 5 },
          observed: { codespace: 'sdk', code: 13 },
        },
      ],
    });
    expect(describeFinding(finding)).toContain('mempool');
  });
});

test.each([new SetupError('the disk is full', 'Free some space.'), new TraceError('a.json', [])])(
  'what the user has to mend is passed on: %s',
  (error) => {
    expect(() => found(error)).toThrow(error);
  },
);
