import { expect, test } from 'vitest';
import { PROPERTIES } from '../../specs/properties/index.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { SetupError } from '../setup-error.ts';
import { explain } from './explain.ts';

test.each(PROPERTIES.map((property) => [property.name, property] as const))(
  'the property %s is explained with its statement and source',
  (name, { statement, source }) => {
    const text = explain(name);
    expect(text).toContain(statement);
    expect(text).toContain(source);
  },
);

test.each(WITNESSES.map((witness) => [witness.name, witness] as const))(
  'the witness %s is explained with what happens and its source',
  (name, { describes, source }) => {
    const text = explain(name);
    expect(text).toContain(describes);
    expect(text).toContain(source);
  },
);

test.each([
  ['channel-unique', 'Did you mean channel-uniqueness'],
  ['zzz', 'lockstep properties lists the properties.'],
])('the unknown name %s is wrong use, with what is near or where to look', (name, hint) => {
  expect(() => explain(name)).toThrow(expect.objectContaining({ hint: expect.stringContaining(hint) }));
  expect(() => explain(name)).toThrow(SetupError);
});
