import { expect, test } from 'vitest';
import type { Deviation } from '../../specs/deviation.ts';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import { tokensOutrankPower } from '../../specs/deviations/tokens-outrank-power.ts';
import type { HistoryEvent } from '../../specs/event.ts';
import {
  consumerGenesis,
  initializationParameters,
  type ConsumerGenesisRow,
  type InitializationParametersRow,
} from '../../specs/tables/provider.ts';
import { lastValidatorPowers, validators } from '../../specs/tables/staking/validator.ts';
import { bonded, launched, optIn, params, phase, staked } from '../../specs/testing/provider-rows.ts';
import { put, Story } from '../../specs/testing/story.ts';
import { watch } from './watch.ts';

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
  const watching = watch(known);
  for (const event of events) {
    const found = watching.see(event);
    if (found !== undefined) return found.property;
  }
  return undefined;
}

const asTheReleases = tie({ bb: 5 });

test('a violation that a known deviation accounts for is counted as the deviation', () => {
  const watching = watch();
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
