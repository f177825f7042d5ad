import { describe, expect, test } from 'vitest';
import { jsonFields } from './json-fields.ts';

describe('the fields of a JSON object', () => {
  test.each([
    ['{}', []],
    [
      '{"a":1,"a":null}',
      [
        ['a', '1'],
        ['a', 'null'],
      ],
    ],
    [
      '{ "a" : {"b":[1,{"c":"}"}]} , "d" : "x,\\"y" }',
      [
        ['a', '{"b":[1,{"c":"}"}]}'],
        ['d', '"x,\\"y"'],
      ],
    ],
    ['{"\\u0061":true}', [['a', 'true']]],
  ])('of %s are all found', (text, fields) => {
    expect(jsonFields(text)).toEqual(fields);
  });

  test.each(['null', '[]', '7', '"x"'])('%s has none', (text) => {
    expect(jsonFields(text)).toBeUndefined();
  });

  test('are not read from text that is no JSON', () => {
    expect(() => jsonFields('{"a":1,}')).toThrow(SyntaxError);
  });
});
