import { describe, expect, test } from 'vitest';
import { FEATURES, type Feature } from '../feature.ts';
import { statusOn, whereItApplies, type Property } from '../property.ts';
import { channelOrder } from './channel-order.ts';
import { PROPERTIES } from './index.ts';
import { provideVscUniformity } from './provide-vsc-uniformity.ts';

test('every property has a unique name', () => {
  expect(new Set(PROPERTIES.map(({ name }) => name)).size).toBe(PROPERTIES.length);
});

test('every property has a monitor, or was retired by an ADR with a feature of the releases', () => {
  const retired = PROPERTIES.flatMap((property) => (property.status === 'executable' ? [] : [property]));
  for (const { retiredBy, unless } of retired) {
    const [adr = ''] = /^ADR-\d{3}(?=: )/u.exec(retiredBy) ?? [];
    expect(FEATURES[unless]).toContain(`(${adr})`);
  }
});

test('every property has a statement and a source', () => {
  for (const { statement, source } of PROPERTIES) {
    expect(statement).toMatch(/^[A-Z].*\.$/u);
    expect(source).toMatch(/^(SM §|ADR-|SDK x\/)/u);
  }
});

describe('the status of a property', () => {
  const ALL = new Set<string>(Object.keys(FEATURES));
  const monitored: Property = { ...channelOrder, needs: ['ccv-key-assignment', 'ccv-inactive-validators'] };
  const without = (...features: Feature[]) => ALL.difference(new Set(features));

  test('depends on the features that it needs', () => {
    expect(statusOn(channelOrder, new Set())).toBe('executable');
    expect(statusOn(monitored, ALL)).toBe('executable');
    expect(statusOn(monitored, without('ccv-key-assignment'))).toBe('does not apply');
    expect(statusOn(monitored, without('ccv-inactive-validators'))).toBe('does not apply');
  });

  test('depends on the feature that retired it', () => {
    expect(statusOn({ ...channelOrder, unless: 'ccv-partial-set-security' }, ALL)).toBe('does not apply');
    expect(statusOn(provideVscUniformity, ALL)).toBe('does not apply');
    expect(statusOn(provideVscUniformity, without('ccv-partial-set-security'))).toBe('not executable');
  });

  test('has a text for the releases', () => {
    expect(whereItApplies(channelOrder)).toBe('all releases');
    expect(whereItApplies(monitored)).toBe('releases with the features ccv-key-assignment and ccv-inactive-validators');
    expect(whereItApplies(provideVscUniformity)).toBe('releases without the feature ccv-partial-set-security');
  });
});
