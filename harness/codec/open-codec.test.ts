import { describe, expect, test } from 'vitest';
import type { Value } from '../../specs/value.ts';
import { CodecError } from './codec-error.ts';
import { openCodec } from './open-codec.ts';
import type { Schema } from './schema.ts';

const schema: Schema = {
  messages: {
    'test.Inner': [
      { no: 1, name: 'text', kind: 'string' },
      { no: 2, name: 'self', kind: 'message', type: 'test.Inner', optional: true },
    ],
    'test.Outer': [
      { no: 2, name: 'pointer', kind: 'message', type: 'test.Inner', optional: true },
      { no: 1, name: 'held', kind: 'message', type: 'test.Inner' },
      { no: 3, name: 'state', kind: 'enum', type: 'test.State' },
      { no: 4, name: 'numbers', kind: 'uint64', list: true, packed: true },
      { no: 5, name: 'left', kind: 'int64', oneof: 'side' },
      { no: 6, name: 'right', kind: 'string', oneof: 'side' },
      { no: 7, name: 'small', kind: 'int32' },
      { no: 8, name: 'raw', kind: 'bytes' },
    ],
    'test.Amounts': [
      { no: 1, name: 'tokens', kind: 'int' },
      { no: 2, name: 'rate', kind: 'dec', optional: true },
    ],
    'test.Times': [
      { no: 1, name: 'at', kind: 'timestamp', stdtime: true },
      { no: 2, name: 'after', kind: 'duration', optional: true },
    ],
    'test.Note': [{ no: 1, name: 'note', kind: 'text' }],
    'test.Packed': [{ no: 1, name: 'content', kind: 'any', optional: true }],
    'test.Sixty': [
      { no: 1, name: 's64', kind: 'sint64' },
      { no: 2, name: 'f64', kind: 'fixed64' },
      { no: 3, name: 'sf64', kind: 'sfixed64' },
      { no: 4, name: 's32', kind: 'sint32' },
      { no: 5, name: 'i64', kind: 'int64' },
      { no: 6, name: 'u64', kind: 'uint64' },
    ],
  },
  enums: { 'test.State': { 0: 'STATE_NONE', 1: 'STATE_ON' } },
  services: {},
};
const codec = openCodec(schema);

const hex = (type: string, value: Value): string => Buffer.from(codec.encode(type, value)).toString('hex');
const back = (type: string, bytes: string): Value => codec.decode(type, Buffer.from(bytes, 'hex'));
const EMPTY_OUTER = { pointer: null, held: null, state: 'STATE_NONE', numbers: [], small: 0, raw: '' };

describe('decoding', () => {
  test('an empty message has all its fields but those of a oneof', () => {
    expect(back('test.Outer', '')).toEqual(EMPTY_OUTER);
  });

  test('lists of one decoded message do not leak into the next one', () => {
    expect(back('test.Outer', '22020103')).toEqual({ ...EMPTY_OUTER, numbers: [1n, 3n] });
    expect(back('test.Outer', '')).toEqual(EMPTY_OUTER);
  });

  test('a list of numbers is read packed and one by one', () => {
    expect(back('test.Outer', '20012003')).toEqual({ ...EMPTY_OUTER, numbers: [1n, 3n] });
  });

  test('a field that the schema does not know is skipped, of whatever wire type', () => {
    expect(back('test.Inner', 'c80105c9010000000000000000ca0101aacd01000000000a0178')).toEqual({
      text: 'x',
      self: null,
    });
  });

  test('an enum value without a name stays a number', () => {
    expect(back('test.Outer', '1807')).toEqual({ ...EMPTY_OUTER, state: 7 });
    expect(hex('test.Outer', { ...EMPTY_OUTER, state: 7 })).toBe('0a001807');
  });

  test('bytes of an event that are no text are marked hex, and text stays text', () => {
    expect(back('test.Note', '0a03ff00fe')).toEqual({ note: '0xff00fe' });
    expect(back('test.Note', '0a04636f7374')).toEqual({ note: 'cost' });
    expect(hex('test.Note', { note: '0xff00fe' })).toBe('0a03ff00fe');
    expect(hex('test.Note', { note: '0x61' })).toBe('0a0430783631');
  });

  test.each([
    ['a length beyond the end', 'test.Inner', '0a05', /text: 5 bytes announced, 0 left/],
    ['a number that stops in the middle', 'test.Outer', '38ff', /small: the bytes end in the middle of a number/],
    ['a number of more than 64 bits', 'test.Outer', `38${'ff'.repeat(10)}01`, /longer than 64 bits/],
    ['text that is not UTF-8', 'test.Inner', '0a01ff', /text: the text is not UTF-8/],
    ['a wire type that does not fit', 'test.Inner', '0801', /text: wire type 0 does not fit a field of kind string/],
    ['an unknown wire type', 'test.Inner', '53', /wire type 3 is not in use/],
    ['a field that leaves its message', 'test.Outer', '0a020a0178', /held: a field reaches beyond the end/],
    ['a decimal with letters', 'test.Amounts', '0a0178', /tokens: "x" is not an integer/],
    ['a message that is not there', 'test.Absent', '', /test.Absent: the program has no such message/],
  ])('%s is an error that names the place', (_, type, bytes, problem) => {
    expect(() => back(type, bytes)).toThrow(problem);
  });

  test('an error holds the type and the bytes', () => {
    const error = catchError(() => back('test.Outer', '0a030a01ff'));
    expect(error).toMatchObject({ type: 'test.Outer', bytes: '0a030a01ff' });
    expect(String(error)).toContain('held.text: the text is not UTF-8');
  });

  test('a message nested without end is an error, not a crash', () => {
    const heads: Buffer[] = [];
    for (let size = 0; heads.length < 20_000; size += heads[0]?.length ?? 0) heads.unshift(nestedHead(size));
    expect(() => codec.decode('test.Inner', Buffer.concat(heads))).toThrow(CodecError);
  });
});

describe('encoding', () => {
  test('parts that Go holds by value are written even when they are empty, and in the order of their numbers', () => {
    expect(hex('test.Outer', {})).toBe('0a00');
    expect(hex('test.Outer', { held: null, pointer: { text: '' } })).toBe('0a001200');
  });

  test('a member of a oneof is written even when it is zero', () => {
    expect(hex('test.Outer', { left: 0n })).toBe('0a002800');
    expect(back('test.Outer', '0a002800')).toEqual({ ...EMPTY_OUTER, held: { text: '', self: null }, left: 0n });
  });

  test('amounts are decimal text, and one that Go holds by value is never left out', () => {
    expect(hex('test.Amounts', {})).toBe('0a0130');
    expect(hex('test.Amounts', { tokens: -5n, rate: 0n })).toBe('0a022d35120130');
    expect(back('test.Amounts', '0a022d35120130')).toEqual({ tokens: -5n, rate: 0n });
    expect(back('test.Amounts', '')).toEqual({ tokens: 0n, rate: null });
  });

  test("a time that is left out is Go's zero time, the first second of year 1", () => {
    expect(hex('test.Times', {})).toBe('0a0b088092b8c398feffffff01');
    expect(back('test.Times', '0a0b088092b8c398feffffff01')).toEqual({ at: -62_135_596_800_000_000_000n, after: null });
  });

  test('nanoseconds of a time count forward, those of a duration have its sign', () => {
    const value = { at: -1n, after: -1_500_000_000n };
    expect(back('test.Times', hex('test.Times', value))).toEqual(value);
    expect(hex('test.Times', { at: -1n })).toBe('0a1108ffffffffffffffffff0110ff93ebdc03');
  });

  test('a well-known type stands for itself', () => {
    expect(back('google.protobuf.Timestamp', hex('google.protobuf.Timestamp', 1_000_000_007n))).toBe(1_000_000_007n);
  });

  test('all widths of numbers keep their limits', () => {
    const value = {
      s64: -(2n ** 63n),
      f64: 2n ** 64n - 1n,
      sf64: -(2n ** 63n),
      s32: -(2 ** 31),
      i64: -(2n ** 63n),
      u64: 2n ** 64n - 1n,
    };
    expect(back('test.Sixty', hex('test.Sixty', value))).toEqual(value);
    expect(back('test.Sixty', hex('test.Sixty', { u64: 2n ** 53n, i64: 2n ** 49n }))).toMatchObject({
      u64: 2n ** 53n,
      i64: 2n ** 49n,
    });
  });

  test.each<[string, string, Value, RegExp]>([
    [
      'a field that the message does not have',
      'test.Outer',
      { held: { texd: 'x' } },
      /held\.texd: test.Inner has no such/,
    ],
    ['a number for a bigint', 'test.Outer', { numbers: [1] }, /numbers: not a bigint/],
    ['a bigint for a small number', 'test.Outer', { small: 1n }, /small: not a number/],
    ['a number out of range', 'test.Outer', { small: 2 ** 31 }, /small: /],
    ['a bigint out of range', 'test.Outer', { numbers: [2n ** 64n] }, /numbers: /],
    ['an unknown enum name', 'test.Outer', { state: 'STATE_OFF' }, /state: "STATE_OFF" is not a value of test.State/],
    ['bytes in upper case', 'test.Outer', { raw: 'AA' }, /raw: not bytes/],
    ['two members of a oneof', 'test.Outer', { left: 1n, right: 'x' }, /right: a second member of the oneof side/],
    ['null for a number', 'test.Outer', { small: null }, /small: null/],
    ['a list for a message', 'test.Outer', { held: [] }, /held: not a message/],
    ['a value for a list', 'test.Outer', { numbers: 1n }, /numbers: not a list/],
    ['the message of another type', 'test.Inner', { '@type': '/test.Outer' }, /another @type/],
    [
      'a claim that nobody replaced',
      'test.Packed',
      { content: { '@claim': 'header' } },
      /content: an Any without @type/,
    ],
    ['an Any of an unknown message', 'test.Packed', { content: { '@type': '/x.Y', a: 1 } }, /has no message \/x.Y/],
  ])('%s is an error that names the place', (_, type, value, problem) => {
    expect(() => codec.encode(type, value)).toThrow(problem);
  });
});

describe('Any', () => {
  test('carries its message with its type', () => {
    const value = { content: { '@type': '/test.Inner', text: 'x', self: null } };
    expect(back('test.Packed', hex('test.Packed', value))).toEqual(value);
    expect(Buffer.from(codec.encodeAny({ '@type': '/test.Inner', text: 'x' })).toString('hex')).toBe(
      '0a0b2f746573742e496e6e657212030a0178',
    );
  });

  test('of a type that the program does not know keeps its bytes', () => {
    const value = { content: { '@type': '/x.Y', value: '0a0178' } };
    expect(back('test.Packed', hex('test.Packed', value))).toEqual(value);
  });

  test('with broken content is an error that names the type', () => {
    expect(() => back('test.Packed', '0a120a0b2f746573742e496e6e657212030a01ff')).toThrow(
      /content\.\/test.Inner\.text/,
    );
  });
});

/** The tag of `self` and the length of what follows. */
function nestedHead(size: number): Buffer {
  const bytes = [0x12];
  for (; size > 127; size = Math.floor(size / 128)) bytes.push((size & 127) | 128);
  return Buffer.from([...bytes, size]);
}

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
