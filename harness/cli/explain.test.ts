import { expect, test } from 'vitest';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import { WITHHELD } from '../../specs/deviations/withheld.ts';
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

test.each(DEVIATIONS.map((deviation) => [deviation.name, deviation] as const))(
  'the deviation %s is explained with the rule that it breaks and the trace that shows it',
  (name, { describes, breaks, trace }) => {
    const text = explain(name);
    expect(text).toContain(describes);
    expect(text).toContain(breaks);
    expect(text).toContain(trace);
  },
);

test.each(WITHHELD.map((deviation) => [deviation.name, deviation] as const))(
  'the withheld deviation %s is explained with the rule that it breaks',
  (name, { breaks }) => {
    expect(explain(name)).toContain(breaks);
  },
);

test('what only some programs can do is explained with the feature that it needs', () => {
  const needy = WITNESSES.filter(({ needs }) => needs !== undefined);
  expect(needy).not.toEqual([]);
  for (const { name, needs } of needy) expect(explain(name)).toContain(`Needs   ${needs}`);
});

test('no two of them have the same name', () => {
  const names = [...PROPERTIES, ...WITNESSES, ...DEVIATIONS, ...WITHHELD].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['channel-unique', 'Did you mean channel-uniqueness'],
  ['zzz', 'To list them: lockstep properties, witnesses, deviations or exclusions'],
])('the unknown name %s is wrong use, with what is near or where to look', (name, hint) => {
  expect(() => explain(name)).toThrow(expect.objectContaining({ hint: expect.stringContaining(hint) }));
  expect(() => explain(name)).toThrow(SetupError);
});
