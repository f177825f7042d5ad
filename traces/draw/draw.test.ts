import type * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someAmount, someAmountUpTo, someFraction, someInitialization, someKey, someSeconds } from './index.ts';
import { someSetup } from './setup.ts';
import { randomOf } from '../generate/random.ts';
import { DEFAULT_SETUP } from '../setup/setup.ts';
import { ModelRun } from '../simulate/model-run.ts';
import { REFUSING_MODEL } from '../testing/refusing-model.ts';

const { world } = new ModelRun(DEFAULT_SETUP, REFUSING_MODEL);

function drawn<Value>(arbitrary: fc.Arbitrary<Value>, times = 3_000): Value[] {
  const random = randomOf('draw');
  return Array.from({ length: times }, () => arbitrary.generate(random, undefined).value);
}

describe('what is drawn', () => {
  test('is the same for the same seed', () => {
    expect(drawn(someAmount(world))).toEqual(drawn(someAmount(world)));
  });

  test('covers amounts over the whole range', () => {
    const amounts = new Set(drawn(someAmount(world)));
    for (const amount of ['0', '1', '999999', '1000000', '1000001', DEFAULT_SETUP.balance]) {
      expect(amounts).toContain(amount);
    }
    expect(drawn(someAmount(world)).some((amount) => BigInt(amount) > BigInt(DEFAULT_SETUP.balance))).toBe(true);
  });

  test('covers amounts equal to, below and above a balance', () => {
    const amounts = new Set(drawn(someAmountUpTo(5_000_000n)));
    for (const amount of ['0', '1', '4999999', '5000000', '5000001']) expect(amounts).toContain(amount);
  });

  test('has few keys, so that they collide', () => {
    expect(new Set(drawn(someKey(world))).size).toBeLessThan(16);
  });

  test('covers commission rates at the limits and beyond', () => {
    const rates = new Set(drawn(someFraction));
    for (const rate of ['0', '0.1', '0.2', '1', '1.000000000000000001']) expect(rates).toContain(rate);
  });

  test('covers spawn times in the past, soon and never', () => {
    const spawns = drawn(someInitialization(world)).map(({ spawn }) => spawn);
    expect(spawns).toContain(null);
    expect(spawns.filter((spawn) => spawn !== null && spawn > 0 && spawn <= 15).length).toBeGreaterThan(1_000);
    expect(spawns.some((spawn) => spawn !== null && spawn < 0)).toBe(true);
  });

  test('usually lets seconds pass, and sometimes an unbonding period', () => {
    const waits = drawn(someSeconds(world));
    expect(waits.filter((wait) => wait <= 10).length).toBeGreaterThan(2_500);
    expect(Math.max(...waits)).toBeGreaterThan(DEFAULT_SETUP.providerUnbondingSeconds);
  });
});

describe('the setups that are drawn', () => {
  const setups = drawn(someSetup).map((setup) => ({ ...DEFAULT_SETUP, ...setup }));

  test('have one to ten validators, rarely more than twelve, up to a hundred', () => {
    const counts = setups.map(({ validators }) => validators.length);
    const few = new Set(counts.filter((count) => count <= 10));
    expect([...few].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const many = counts.filter((count) => count > 10);
    expect(Math.min(...many)).toBeGreaterThan(12);
    expect(Math.max(...many)).toBeGreaterThan(80);
    expect(many.length).toBeLessThan(counts.length / 10);
  });

  test('have every epoch length from one to six', () => {
    expect(new Set(setups.map(({ blocksPerEpoch }) => blocksPerEpoch)).size).toBe(6);
  });

  test('sometimes have more validators than the maximum of the set', () => {
    expect(setups.some(({ validators, maxValidators }) => validators.length > maxValidators)).toBe(true);
    const beyond = setups.filter((setup) => setup.validators.length > setup.maxProviderConsensusValidators);
    expect(beyond.length).toBeGreaterThan(100);
  });

  test('have ties of power, also between validators with different tokens', () => {
    const powers = setups.map(({ validators }) => validators.map((tokens) => BigInt(tokens) / 1_000_000n));
    expect(powers.some((list) => new Set(list).size < list.length)).toBe(true);
    const apart = setups.filter(({ validators }, i) => new Set(validators).size > new Set(powers[i]).size);
    expect(apart.length).toBeGreaterThan(0);
  });
});
