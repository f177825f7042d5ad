import type { Rows } from '../../specs/rows.ts';
import { describe, expect, test } from 'vitest';
import type { Observation, Packet } from '../../specs/block.ts';
import { isList, type Value } from '../../specs/value.ts';
import { compare, type Side } from './compare.ts';
import { compareStates } from './compare-rows.ts';

const PACKET: Packet = {
  sequence: 3n,
  source_port: 'provider',
  source_channel: 'channel-0',
  destination_port: 'consumer',
  destination_channel: 'channel-1',
  data: '7b7d',
  timeout_height: { revision_number: 1n, revision_height: 2n },
  timeout_timestamp: 5n,
};

const ROW = {
  number: 5n,
  small: 1,
  flag: true,
  text: 'a',
  unset: null,
  message: { inner: { deepest: 1n } },
  list: [{ balance: 1n }, { balance: 2n }],
  empty: [],
};

/** Everything that can be seen of a block; a part that is added to observations must be added here to compile. */
const EVERYTHING = {
  txResults: [
    { codespace: 'sdk', code: 5 },
    { codespace: '', code: 0 },
  ],
  validatorUpdates: [
    { pubKey: 'aa', power: 1n },
    { pubKey: 'bb', power: 0n },
  ],
  sentPackets: [PACKET, { ...PACKET, sequence: 4n }],
  writtenAcks: [
    { packet: PACKET, acknowledgement: '01' },
    { packet: { ...PACKET, source_channel: 'channel-7', destination_channel: 'channel-8' }, acknowledgement: '02' },
  ],
  changes: [
    { table: 'staking/validators', key: 'v', row: ROW },
    { table: 'staking/validators', key: 'w', row: 2n },
    { table: 'staking/delegations', key: 'w', row: 3n },
    { table: 'staking/params', key: '', row: 1n },
  ],
} satisfies Omit<Required<Observation>, 'height' | 'halt' | 'haltCause'>;

type Parts = typeof EVERYTHING;

function rowsOf(changes: Observation['changes']): Rows {
  const rows = new Map<string, Map<string, Value>>();
  for (const { table, key, row } of changes) {
    const known = rows.get(table) ?? new Map<string, Value>();
    if (row !== undefined) rows.set(table, known.set(key, row));
  }
  return rows;
}

function sideOf(parts: Omit<Observation, 'height' | 'halt' | 'haltCause'>): Side {
  return { observation: { height: 7n, ...parts }, rows: rowsOf(parts.changes) };
}

/** Another value of the same type. */
function other(leaf: Exclude<Value, object>): Value {
  if (typeof leaf === 'bigint') return leaf + 1n;
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  return leaf === null ? '' : `${leaf}0`;
}

/**
 * All values that differ from this one in one place: a leaf that is another, an item that is missing or too much, and
 * in a row, whose fields differ by release, a field that is missing or too much.
 */
function* variants(value: Value, path: string): Generator<readonly [path: string, value: Value]> {
  if (typeof value !== 'object' || value === null) {
    yield [path, other(value)];
  } else if (isList(value)) {
    for (const [i, item] of value.entries()) {
      yield [`${path} without ${i}`, value.toSpliced(i, 1)];
      for (const [at, changed] of variants(item, `${path}/${i}`)) yield [at, value.with(i, changed)];
    }
    yield [`${path} with one more`, [...value, ...(value.length > 0 ? value.slice(0, 1) : [1n])]];
  } else {
    for (const [name, part] of Object.entries(value)) {
      if (part === undefined) continue;
      for (const [at, changed] of variants(part, `${path}/${name}`)) yield [at, { ...value, [name]: changed }];
      if (path.includes('/row')) yield [`${path} without ${name}`, { ...value, [name]: undefined }];
    }
    if (path.includes('/row')) yield [`${path} with one more`, { ...value, more: 1n }];
  }
}

function variantsOf(parts: Parts): (readonly [string, Side])[] {
  // A change that comes a second time says nothing new.
  return [...variants(parts, 'block')]
    .filter(([path]) => path !== 'block/changes with one more')
    .map(([path, changed]) => [path, sideOf(changed as Parts)]);
}

describe('one place that differs is seen', () => {
  const cases = variantsOf(EVERYTHING);

  test('in both directions, wherever it is', () => {
    const blind = cases
      .filter(
        ([, side]) => compare(sideOf(EVERYTHING), side).length === 0 || compare(side, sideOf(EVERYTHING)).length === 0,
      )
      .map(([path]) => path);
    expect(blind).toEqual([]);
    expect(cases.length).toBeGreaterThan(70);
  });

  test('in the whole state too', () => {
    const rows = cases.filter(([path]) => path.startsWith('block/changes'));
    const blind = rows
      .filter(([, side]) => compareStates(sideOf(EVERYTHING).rows, side.rows).length === 0)
      .map(([path]) => path);
    expect(blind).toEqual([]);
  });

  test('and nothing is seen where nothing differs', () => {
    expect(compare(sideOf(EVERYTHING), sideOf(structuredClone(EVERYTHING)))).toEqual([]);
  });
});
