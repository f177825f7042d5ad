import { expect, test } from 'vitest';
import { Story } from '../testing/story.ts';
import { reaches } from '../testing/run.ts';
import { WITNESSES } from './index.ts';

test('every witness has a unique name, a sentence and a source', () => {
  expect(new Set(WITNESSES.map(({ name }) => name)).size).toBe(WITNESSES.length);
  for (const { describes, source } of WITNESSES) {
    expect(describes).toMatch(/^[A-Z].*\.$/u);
    expect(source).not.toBe('');
  }
});

test('an empty history reaches none', () => {
  const { events } = new Story().start('provider').start('c0').block('provider').block('c0').block('provider');
  expect(WITNESSES.filter((witness) => reaches(witness, events))).toEqual([]);
});
