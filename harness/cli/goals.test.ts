import { describe, expect, test } from 'vitest';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { checkGoals, requiredWitness } from './goals.ts';

const [first] = WITNESSES;
const gated = WITNESSES.find(({ needs }) => needs !== undefined);
const free = WITNESSES.filter(({ needs }) => needs === undefined).length;

describe('a required witness', () => {
  test('is added to those before it, once', () => {
    const name = first?.name ?? '';
    expect(requiredWitness(name)).toEqual([name]);
    expect(requiredWitness(name, ['other', name])).toEqual(['other', name]);
  });

  test('that does not exist is refused, with names that resemble it', () => {
    expect(() => requiredWitness('packet-timed-outt')).toThrow(
      /There is no witness packet-timed-outt\. Did you mean /u,
    );
    expect(() => requiredWitness('zzz')).toThrow('lockstep witnesses lists them');
  });
});

describe('goals that the programs cannot reach are refused', () => {
  test('a witness that needs a feature', () => {
    const require = [gated?.name ?? ''];
    expect(() => checkGoals({ minWitnesses: 0, require }, new Set())).toThrow(`needs the feature ${gated?.needs}`);
    expect(() => checkGoals({ minWitnesses: 0, require }, new Set([gated?.needs ?? '']))).not.toThrow();
  });

  test('more witnesses than there are', () => {
    expect(() => checkGoals({ minWitnesses: free + 1, require: [] }, new Set())).toThrow(`${free} witnesses at most`);
    expect(() => checkGoals({ minWitnesses: free, require: [] }, new Set())).not.toThrow();
  });
});
