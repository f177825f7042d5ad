import { describe, expect, test } from 'vitest';
import { optedIn } from '../../../specs/tables/provider.ts';
import { bech32 } from '../../bech32.ts';
import { bondedValidators } from '../staking.ts';
import { addressOf, shaping, startProvider } from '../testing.ts';
import { setPowerShaping } from './parameters.ts';
import { shapeSet } from './shape.ts';

const POWERS = [50n, 40n, 30n, 20n, 10n];
const NAMES = POWERS.map((_, i) => `v${i}`);
const listed = (...names: string[]) => names.map((name) => bech32('cosmosvalcons', addressOf(name)));

/** The names and powers of the set that the first provider of these powers shapes when all but some have opted in. */
function shaped(
  fields: Parameters<typeof shaping>[0],
  { out = [], max = 180n, least = 0n }: { out?: readonly string[]; max?: bigint; least?: bigint } = {},
) {
  const context = startProvider(POWERS, { max_provider_consensus_validators: max }).context();
  for (const name of NAMES) if (!out.includes(name)) context.draft.set(optedIn, optedIn.key('0', addressOf(name)), '');
  const parameters = shaping(fields);
  setPowerShaping(context, '0', parameters);
  const set = shapeSet(context, '0', bondedValidators(context), parameters, least);
  return set.map(({ provider_cons_addr, power }) => {
    const name = NAMES.find((candidate) => addressOf(candidate) === provider_cons_addr);
    return `${name}:${power}`;
  });
}

describe('shaping the validator set of a consumer (ADR-015, ADR-017)', () => {
  test('contains the opted-in validators, the most powerful first', () => {
    expect(shaped({}, { out: ['v1'] })).toEqual(['v0:50', 'v2:30', 'v3:20', 'v4:10']);
  });

  test('contains the validators in the top N even if they have not opted in', () => {
    expect(shaped({ top_N: 60 }, { out: NAMES, least: 40n })).toEqual(['v0:50', 'v1:40']);
  });

  test('an allowlist lets nobody else in', () => {
    expect(shaped({ allowlist: listed('v1', 'v4') })).toEqual(['v1:40', 'v4:10']);
  });

  test('a denylist keeps validators out, even those of the allowlist', () => {
    expect(shaped({ allowlist: listed('v1', 'v4'), denylist: listed('v1') })).toEqual(['v4:10']);
  });

  test('leaves out validators with less than the minimum stake', () => {
    expect(shaped({ min_stake: 20_000_000n })).toEqual(['v0:50', 'v1:40', 'v2:30', 'v3:20']);
    expect(shaped({ min_stake: 20_000_001n })).toEqual(['v0:50', 'v1:40', 'v2:30']);
  });

  test('the set cap keeps those with priority, then the most powerful', () => {
    expect(shaped({ validator_set_cap: 2 })).toEqual(['v0:50', 'v1:40']);
    expect(shaped({ validator_set_cap: 3, prioritylist: listed('v4', 'v3') })).toEqual(['v3:20', 'v4:10', 'v0:50']);
  });

  test('the set cap does not count for a top N consumer', () => {
    expect(shaped({ top_N: 100, validator_set_cap: 1 })).toHaveLength(5);
  });

  test('only the active validators may validate unless inactive ones are allowed', () => {
    expect(shaped({}, { max: 2n })).toEqual(['v0:50', 'v1:40']);
    expect(shaped({ allow_inactive_vals: true }, { max: 2n })).toHaveLength(5);
  });

  test('the power cap puts the most powerful first again', () => {
    expect(shaped({ validators_power_cap: 30, prioritylist: listed('v4') })).toEqual([
      'v0:45',
      'v1:41',
      'v2:31',
      'v3:21',
      'v4:12',
    ]);
  });
});
