import type { Rows } from '../../specs/rows.ts';
import { describe, expect, test } from 'vitest';
import type { Observation, Packet, RowChange } from '../../specs/block.ts';
import type { Value } from '../../specs/value.ts';
import { compare, type Side } from './compare.ts';
import { compareStates } from './compare-rows.ts';
import { pathText } from './difference.ts';

const PACKET: Packet = {
  sequence: 3n,
  source_port: 'provider',
  source_channel: 'channel-0',
  destination_port: 'consumer',
  destination_channel: 'channel-1',
  data: '7b7d',
  timeout_height: { revision_number: 0n, revision_height: 0n },
  timeout_timestamp: 5n,
};
const NEXT: Packet = { ...PACKET, sequence: 4n };

const NOTHING: Observation = {
  height: 7n,
  txResults: [],
  validatorUpdates: [],
  sentPackets: [],
  writtenAcks: [],
  changes: [],
};

function rowsOf(changes: readonly RowChange[]): Rows {
  const rows = new Map<string, Map<string, Value>>();
  for (const { table, key, row } of changes) {
    const known = rows.get(table) ?? new Map<string, Value>();
    rows.set(table, known);
    if (row !== undefined) known.set(key, row);
  }
  return rows;
}

/** A side whose rows are those that it changed, unless they are given. */
function side(changes: Partial<Observation>, rows?: Rows): Side {
  return { observation: { ...NOTHING, ...changes }, rows: rows ?? rowsOf(changes.changes ?? []) };
}

function change(row: Value | undefined, key = 'v', table = 'staking/validators'): RowChange {
  return { table, key, row };
}

const ROWS = { changes: [change({ tokens: 5n, entries: [{ balance: 1n }] })] };

test('what the model alone remembers is not compared', () => {
  const row = change(true, 'v', 'model/punished-equivocations');
  expect(compareStates(rowsOf([row]), rowsOf([]))).toEqual([]);
  expect(compareStates(rowsOf([change(true)]), rowsOf([]))).toHaveLength(1);
});

describe('equal sides have no difference', () => {
  test.each<[what: string, changes: Partial<Observation>]>([
    ['nothing happened', {}],
    ['a transaction', { txResults: [{ codespace: 'sdk', code: 5 }] }],
    ['rows', ROWS],
    ['packets', { sentPackets: [PACKET, NEXT] }],
    ['acknowledgements', { writtenAcks: [{ packet: PACKET, acknowledgement: '01' }] }],
  ])('%s', (_, changes) => {
    expect(compare(side(changes), side(changes))).toEqual([]);
  });

  test('validator updates in another order', () => {
    const [a, b] = [
      { pubKey: 'aa', power: 1n },
      { pubKey: 'bb', power: 2n },
    ];
    expect(compare(side({ validatorUpdates: [a, b] }), side({ validatorUpdates: [b, a] }))).toEqual([]);
  });

  test('rows that changed in another order', () => {
    const [a, b] = [change(1n, 'a'), change(2n, 'b')];
    expect(compare(side({ changes: [a, b] }), side({ changes: [b, a] }))).toEqual([]);
  });

  test('both programs stop themselves for the same cause', () => {
    const panic = 'UPGRADE "next" NEEDED at height: 6: ';
    expect(compare(side({ halt: 'it is needed', haltCause: 'upgrade/needed' }), side({ halt: panic }))).toEqual([]);
  });
});

describe('rows', () => {
  test('a row that the chain lacks', () => {
    expect(compare(side(ROWS), side({}))).toMatchObject([{ kind: 'missing-row', path: ['staking/validators', 'v'] }]);
  });

  test('a row that the model lacks', () => {
    expect(compare(side({}), side(ROWS))).toMatchObject([{ kind: 'extra-row', path: ['staking/validators', 'v'] }]);
  });

  test('a row that the model deletes and the chain keeps', () => {
    expect(compare(side({ changes: [change(undefined)] }), side({}, rowsOf(ROWS.changes)))).toMatchObject([
      { kind: 'extra-row' },
    ]);
  });

  test('a row that the chain deletes and the model keeps', () => {
    expect(compare(side({}, rowsOf(ROWS.changes)), side({ changes: [change(undefined)] }))).toMatchObject([
      { kind: 'missing-row' },
    ]);
  });

  test('each field that differs, down to the last unit', () => {
    const observed = { changes: [change({ tokens: 6n, entries: [{ balance: 2n }, { balance: 3n }] })] };
    const differences = compare(side(ROWS), side(observed));
    expect(differences.map(pathText)).toEqual([
      'staking/validators/v/tokens',
      'staking/validators/v/entries/0/balance',
      'staking/validators/v/entries/1',
    ]);
    expect(differences[0]).toEqual({
      kind: 'field',
      path: ['staking/validators', 'v', 'tokens'],
      expected: 5n,
      observed: 6n,
    });
    expect(differences[2]).toMatchObject({ expected: undefined, observed: { balance: 3n } });
  });

  test('a row that the model changes while the chain leaves it as it was', () => {
    const before = rowsOf([change({ tokens: 4n })]);
    expect(compare(side({ changes: [change({ tokens: 5n })] }), side({}, before))).toMatchObject([
      { kind: 'field', expected: 5n, observed: 4n },
    ]);
  });

  test('a row that the chain changes while the model leaves it as it was', () => {
    const before = rowsOf([change({ tokens: 4n })]);
    expect(compare(side({}, before), side({ changes: [change({ tokens: 5n })] }))).toMatchObject([
      { kind: 'field', expected: 4n, observed: 5n },
    ]);
  });

  test.each<[expected: Value, observed: Value]>([
    [5n, 5],
    [null, ''],
    [0n, null],
    [[], {}],
    ['0a', '0A'],
    [{ a: null }, {}],
  ])('%o is not %o', (expected, observed) => {
    expect(compare(side({ changes: [change(expected)] }), side({ changes: [change(observed)] }))).not.toEqual([]);
  });

  test('keys that only look alike when joined are told apart', () => {
    const [a, b] = [change(1n, 'c', 'a/b'), change(1n, 'b/c', 'a')];
    expect(compare(side({ changes: [a, b] }), side({ changes: [a] }))).toHaveLength(1);
  });
});

describe('transactions', () => {
  test.each([
    ['another code', { codespace: 'sdk', code: 6 }],
    ['the same code of another codespace', { codespace: 'ibc', code: 5 }],
    ['success', { codespace: '', code: 0 }],
  ])('%s', (_, observed) => {
    const expected = { codespace: 'sdk', code: 5 };
    expect(compare(side({ txResults: [expected] }), side({ txResults: [observed] }))).toEqual([
      { kind: 'tx-code', path: ['txs', '0'], expected, observed },
    ]);
  });

  test('one that is not answered, and one too many', () => {
    const txResults = [{ codespace: '', code: 0 }];
    expect(compare(side({ txResults }), side({}))).toMatchObject([{ kind: 'tx-code', observed: undefined }]);
    expect(compare(side({}), side({ txResults }))).toMatchObject([{ kind: 'tx-code', expected: undefined }]);
  });
});

describe('validator updates', () => {
  const update = { pubKey: 'aa', power: 1n };
  test.each([
    ['another power', [{ pubKey: 'aa', power: 2n }], 2n],
    ['a removal', [{ pubKey: 'aa', power: 0n }], 0n],
    ['none', [], undefined],
    ['the same key twice', [update, update], [1n, 1n]],
  ])('%s', (_, validatorUpdates, observed) => {
    expect(compare(side({ validatorUpdates: [update] }), side({ validatorUpdates }))).toEqual([
      { kind: 'validator-update', path: ['validator-updates', 'aa'], expected: 1n, observed },
    ]);
  });

  test('one too many', () => {
    expect(compare(side({}), side({ validatorUpdates: [update] }))).toMatchObject([
      { kind: 'validator-update', expected: undefined, observed: 1n },
    ]);
  });

  test('a key that comes twice on both sides', () => {
    const validatorUpdates = [update, update];
    expect(compare(side({ validatorUpdates }), side({ validatorUpdates }))).toHaveLength(1);
  });
});

describe('packets', () => {
  test('one that was not sent, and one too many', () => {
    expect(compare(side({ sentPackets: [PACKET, NEXT] }), side({ sentPackets: [NEXT] }))).toMatchObject([
      { kind: 'missing-packet', path: ['sent-packets', 'provider', 'channel-0', '3'] },
    ]);
    expect(compare(side({}), side({ sentPackets: [PACKET] }))).toMatchObject([{ kind: 'extra-packet' }]);
  });

  test('one that was sent twice', () => {
    expect(compare(side({ sentPackets: [PACKET] }), side({ sentPackets: [PACKET, PACKET] }))).toMatchObject([
      { kind: 'extra-packet', path: ['sent-packets', 'provider', 'channel-0', '3 copy 2'] },
    ]);
  });

  test.each([
    ['data', { data: '7b207d' }],
    ['timeout_timestamp', { timeout_timestamp: 6n }],
    ['destination_channel', { destination_channel: 'channel-2' }],
    ['timeout_height/revision_height', { timeout_height: { revision_number: 0n, revision_height: 1n } }],
  ])('another %s', (path, changed) => {
    const differences = compare(side({ sentPackets: [PACKET] }), side({ sentPackets: [{ ...PACKET, ...changed }] }));
    expect(differences).toMatchObject([{ kind: 'packet' }]);
    expect(differences.map(pathText)).toEqual([`sent-packets/provider/channel-0/3/${path}`]);
  });

  test('another order', () => {
    expect(compare(side({ sentPackets: [PACKET, NEXT] }), side({ sentPackets: [NEXT, PACKET] }))).toEqual([
      {
        kind: 'packet-order',
        path: ['sent-packets'],
        expected: ['provider/channel-0/3', 'provider/channel-0/4'],
        observed: ['provider/channel-0/4', 'provider/channel-0/3'],
      },
    ]);
  });
});

describe('acknowledgements', () => {
  const ack = { packet: PACKET, acknowledgement: '01' };
  const other = { packet: NEXT, acknowledgement: '01' };

  test('one that was not written, and one too many', () => {
    expect(compare(side({ writtenAcks: [ack] }), side({}))).toMatchObject([{ kind: 'missing-ack' }]);
    expect(compare(side({}), side({ writtenAcks: [ack] }))).toMatchObject([{ kind: 'extra-ack' }]);
  });

  test('other bytes, or of another packet', () => {
    expect(
      compare(side({ writtenAcks: [ack] }), side({ writtenAcks: [{ ...ack, acknowledgement: '02' }] })),
    ).toMatchObject([{ kind: 'ack', path: ['written-acks', 'consumer', 'channel-1', '3', 'acknowledgement'] }]);
    expect(
      compare(side({ writtenAcks: [ack] }), side({ writtenAcks: [{ ...ack, packet: { ...PACKET, data: '' } }] })),
    ).toMatchObject([{ kind: 'ack', expected: '7b7d', observed: '' }]);
  });

  test('another order', () => {
    expect(compare(side({ writtenAcks: [ack, other] }), side({ writtenAcks: [other, ack] }))).toMatchObject([
      { kind: 'ack-order' },
    ]);
  });
});

describe('halts', () => {
  test('a program that stops itself for another cause than the predicted one', () => {
    const mine = side({ halt: 'it is needed', haltCause: 'upgrade/needed' });
    expect(compare(mine, side({ halt: 'validator does not exist' }))).toEqual([
      { kind: 'halt', path: ['halt'], expected: 'it is needed', observed: 'validator does not exist' },
    ]);
  });

  test('a program that stops itself in a block that the model accepts', () => {
    expect(compare(side(ROWS), side({ halt: 'panic' }))).toEqual([
      { kind: 'halt', path: ['halt'], expected: undefined, observed: 'panic' },
    ]);
  });

  test('a program that makes a block in which the model expects it to stop', () => {
    expect(compare(side({ halt: 'panic' }), side(ROWS))).toMatchObject([{ kind: 'halt', expected: 'panic' }]);
  });
});

describe('the order of differences', () => {
  const rows = [change(1n, 'b'), change(2n, 'a'), change(3n, 'x', 'bank/supply'), change({ z: 1n, a: 1n }, 'c')];
  const everything = {
    changes: rows,
    txResults: [{ codespace: '', code: 0 }],
    validatorUpdates: [{ pubKey: 'aa', power: 1n }],
    sentPackets: [PACKET],
    writtenAcks: [{ packet: PACKET, acknowledgement: '01' }],
  };
  const ordered = [
    'txs/0',
    'validator-updates/aa',
    'sent-packets/provider/channel-0/3',
    'written-acks/consumer/channel-1/3',
    'bank/supply/x',
    'staking/validators/a',
    'staking/validators/b',
    'staking/validators/c',
  ];

  test('is what the block answers, then rows by table and key', () => {
    expect(compare(side(everything), side({})).map(pathText)).toEqual(ordered);
    expect(compare(side({}), side(everything)).map(pathText)).toEqual(ordered);
  });

  test('is the same in whatever order the rows were written', () => {
    const reversed = { ...everything, changes: rows.toReversed() };
    expect(compare(side({}), side(reversed)).map(pathText)).toEqual(ordered);
    expect(compareStates(new Map(), rowsOf(rows.toReversed())).map(pathText)).toEqual(ordered.slice(4));
  });

  test('keeps the parts of a row in the order of its fields', () => {
    const other = { changes: [change({ z: 2n, a: 2n }, 'c')] };
    expect(compare(side({ changes: [change({ z: 1n, a: 1n }, 'c')] }), side(other)).map(pathText)).toEqual([
      'staking/validators/c/z',
      'staking/validators/c/a',
    ]);
  });
});

test('blocks of different heights are never compared', () => {
  expect(() => compare(side({ height: 1n }), side({ height: 2n }))).toThrow(/block 1 with block 2/u);
});

describe('whole states', () => {
  const state = rowsOf([change(1n, 'a'), change(2n, 'b')]);
  const withEmpty: Rows = new Map([...state, ['staking/params', new Map<string, Value>()]]);

  test('equal ones have no difference; a table without rows is as good as none', () => {
    expect(compareStates(state, withEmpty)).toEqual([]);
    expect(compareStates(withEmpty, state)).toEqual([]);
  });

  test('rows that one side lacks, and rows that differ', () => {
    const other = rowsOf([change(3n, 'b'), change(4n, 'c')]);
    expect(compareStates(state, other)).toMatchObject([
      { kind: 'missing-row', path: ['staking/validators', 'a'] },
      { kind: 'field', path: ['staking/validators', 'b'], expected: 2n, observed: 3n },
      { kind: 'extra-row', path: ['staking/validators', 'c'] },
    ]);
  });

  test('a table that one side lacks', () => {
    expect(compareStates(state, new Map())).toHaveLength(2);
    expect(compareStates(new Map(), state)).toHaveLength(2);
  });
});
