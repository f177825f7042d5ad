import { describe, expect, test } from 'vitest';
import type { Deviation } from '../../specs/deviation.ts';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import { tokensOutrankPower } from '../../specs/deviations/tokens-outrank-power.ts';
import type { HistoryEvent } from '../../specs/event.ts';
import { FEATURES } from '../../specs/feature.ts';
import {
  consumerGenesis,
  initializationParameters,
  type ConsumerGenesisRow,
  type InitializationParametersRow,
} from '../../specs/tables/provider.ts';
import { lastValidatorPowers, validators } from '../../specs/tables/staking/validator.ts';
import { bonded, launched, optIn, params, phase, staked } from '../../specs/testing/provider-rows.ts';
import { put, Story } from '../../specs/testing/story.ts';
import { PROPERTIES } from '../../specs/properties/index.ts';
import { viewOf } from '../../specs/rows.ts';
import { watch } from './watch.ts';

/** What the programs of a release can do. */
const RELEASED: ReadonlySet<string> = new Set(Object.keys(FEATURES));

/** A consumer whose launch is planned for the time that the story begins with. */
const planned = [
  phase('0', 'CONSUMER_PHASE_INITIALIZED'),
  put(initializationParameters, '0', { spawn_time: 0n } as InitializationParametersRow),
];
/** Somebody whom a consumer without a set was launched with. */
const somebody = put(consumerGenesis, '0', {
  provider: { initial_val_set: [{ pub_key: { ed25519: 'aa' }, power: 5n }] },
} as unknown as ConsumerGenesisRow);

/** The provider runs aa; bb has the same power and a token more, and both opted in. The consumer has this set. */
function tie(set: Readonly<Record<string, number>>): readonly HistoryEvent[] {
  const more = [
    put(validators, 'bb', staked('bb', 0, { tokens: 5_000_001n })),
    put(lastValidatorPowers, 'bb', { value: 5n }),
  ];
  const launch = [...launched('0', set), ...(Object.keys(set).length === 0 ? [somebody] : [])];
  return new Story()
    .start('provider', { rows: [params(1, 1), ...bonded('aa', 5), ...bonded('bb', 4, false), ...more] })
    .block('provider', { rows: planned })
    .block('provider', { rows: [...launch, optIn('0', 'aa'), optIn('0', 'bb')] }).events;
}

function broken(events: readonly HistoryEvent[], known = DEVIATIONS): string | undefined {
  const watching = watch({ features: RELEASED, known });
  for (const event of events) {
    const found = watching.see(event);
    if (found !== undefined) return found.property;
  }
  return undefined;
}

const asTheReleases = tie({ bb: 5 });

test('a violation that a known deviation accounts for is counted as the deviation', () => {
  const watching = watch({ features: RELEASED });
  expect(asTheReleases.flatMap((event) => watching.see(event) ?? [])).toEqual([]);
  expect(watching.deviations()).toContain('tokens-outrank-power');
});

test('it is reported when the deviation is not known', () => {
  const others = DEVIATIONS.filter((deviation) => deviation !== tokensOutrankPower);
  expect(broken(asTheReleases, others)).toBe('partial-set-security');
});

/** A deviation after which these properties cannot hold, and whether a run runs into it. */
function forgetting(breaksProperties: readonly string[], seen = true): Deviation {
  return { ...tokensOutrankPower, name: 'forgets', breaksProperties, watch: () => ({ sees: () => seen }) };
}

test('a property that a deviation breaks for good is counted as that one from there on', () => {
  const others = DEVIATIONS.filter((deviation) => deviation !== tokensOutrankPower);
  expect(broken(tie({}), [...others, forgetting(['partial-set-security'])])).toBeUndefined();
  expect(broken(tie({}), [...others, forgetting(['channel-order'])])).toBe('partial-set-security');
  expect(broken(tie({}), [...others, forgetting(['partial-set-security'], false)])).toBe('partial-set-security');
});

test('what the deviation does not account for is reported in a run that ran into it', () => {
  expect(broken(tie({ aa: 5, bb: 5 }))).toBe('partial-set-security');
  expect(broken(tie({}))).toBe('partial-set-security');
  expect(broken(tie({ aa: 5 }))).toBeUndefined();
});

test('a property that does not apply to the release is not judged', () => {
  const without = RELEASED.difference(new Set(['ccv-inactive-validators']));
  const watching = watch({ features: without });
  expect(tie({ aa: 5, bb: 5 }).flatMap((event) => watching.see(event) ?? [])).toEqual([]);
  expect(watching.notJudged()).toMatchObject({
    'partial-set-security': 'does-not-apply',
    'register-maturity-order': 'does-not-apply',
  });
  expect(watching.notJudged()).not.toHaveProperty('channel-order');
});

test('a property without a monitor is not judged where it applies', () => {
  const old = RELEASED.difference(new Set(['ccv-no-maturity-packets']));
  expect(watch({ features: old }).notJudged()).toMatchObject({ 'register-maturity-order': 'no-monitor' });
});

test('what seems broken while a chain is missing is not judged', () => {
  const watching = watch({ features: RELEASED, isExcused: () => true });
  expect(tie({ aa: 5, bb: 5 }).flatMap((event) => watching.see(event) ?? [])).toEqual([]);
  expect(watching.notJudged()).toMatchObject({ 'partial-set-security': 'chain-missing' });
});

describe('where the model stands in for what was not observed', () => {
  const all = PROPERTIES.flatMap(({ name, status }) => (status === 'executable' ? [name] : []));
  const judged = (notJudged: object): string[] => all.filter((name) => !(name in notJudged));
  const removed = new Story()
    .start('c0', { updates: [{ pubKey: 'aa', power: 1n }] })
    .block('c0', { updates: [{ pubKey: 'bb', power: 0n }] }).events;

  test('no property that reads the state is judged, broken or not', () => {
    const watching = watch({ features: RELEASED });
    const found = tie({ aa: 5, bb: 5 }).flatMap((event) => watching.see(event, new Set(['state'])) ?? []);
    expect(found).toEqual([]);
    expect(watching.notJudged()).toMatchObject({
      'partial-set-security': 'depends-on-model',
      'supply-is-held': 'depends-on-model',
    });
  });

  test('properties of what was observed are judged still', () => {
    const watching = watch({ features: RELEASED });
    const found = removed.flatMap((event) => watching.see(event, new Set(['state'])) ?? []);
    expect(found.map(({ property }) => property)).toEqual(['consensus-takes-updates']);
    expect(judged(watching.notJudged())).toEqual(expect.arrayContaining(['channel-order', 'consensus-takes-updates']));
  });

  test('that depends on what a property reads, not on a list', () => {
    const watching = watch({ features: RELEASED });
    const found = removed.flatMap((event) => watching.see(event, new Set(['validator updates'])) ?? []);
    expect(found).toEqual([]);
    expect(watching.notJudged()).toHaveProperty('consensus-takes-updates', 'depends-on-model');
    expect(watching.notJudged()).not.toHaveProperty('supply-is-held');
  });

  test('what a monitor of presumed state says changes nothing', () => {
    const told = tie({ aa: 5, bb: 5 });
    const silent = told.map((event) => ({ ...event, changes: new Map(), view: viewOf(new Map()) }));
    const [first, second] = [told, silent].map((events) => {
      const watching = watch({ features: RELEASED });
      for (const event of events) watching.see(event, new Set(['state']));
      return judged(watching.notJudged());
    });
    expect(first).toEqual(second);
  });
});
