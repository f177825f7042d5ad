import type { Rows } from '../../specs/rows.ts';
import { describe, expect, test } from 'vitest';
import { EMPTY_BLOCK, type Block } from '../../specs/block.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import { TABLES } from '../../specs/tables/index.ts';
import { consumerPhases } from '../../specs/tables/provider/consumers.ts';
import type { Value } from '../../specs/value.ts';
import { txOf } from '../../traces/actions/action.ts';
import { pathText } from '../compare/difference.ts';
import { compareFinal, verdictOn } from './agree.ts';
import { atRest } from './at-rest.ts';
import { TABLES_BY_TIMING } from './by-timing.ts';
import { beginCourse, parting, type Course } from './course.ts';

const TRACE: Trace = { lockstep: 1, actions: [] };

function stateOf(tables: Readonly<Record<string, Value>>): ReadonlyMap<string, Rows> {
  const rows = Object.entries(tables).map(([table, row]) => [table, new Map([['v0', row]])] as const);
  return new Map([['provider', new Map(rows)]]);
}

function differences(mine: Readonly<Record<string, Value>>, theirs: Readonly<Record<string, Value>>, trace = TRACE) {
  return compareFinal(trace, stateOf(mine), stateOf(theirs)).differences.map(pathText);
}

describe('two final states of a trace', () => {
  test('differ in what does not depend on when blocks were made', () => {
    const [mine, theirs] = [
      { 'staking/validators': { tokens: 5n, jailed: false, unbonding_height: 3n } },
      { 'staking/validators': { tokens: 6n, jailed: true, unbonding_height: 4n } },
    ];
    expect(differences(mine, theirs)).toEqual(['staking/validators/v0/tokens', 'staking/validators/v0/jailed']);
    expect(differences(mine, {})).toEqual(['staking/validators/v0']);
    for (const [here, there] of [
      [stateOf(mine), new Map()],
      [new Map(), stateOf(mine)],
    ] as const) {
      expect(compareFinal(TRACE, here, there).differences.map(pathText)).toEqual(['staking/validators/v0']);
    }
  });

  test('need not agree in heights, times and what counts blocks', () => {
    expect(
      differences(
        { 'slashing/signing-infos': { index_offset: 7n, jailed_until: 1n }, 'provider/valset-update-id': 4n },
        { 'slashing/signing-infos': { index_offset: 9n, jailed_until: 2n }, 'provider/valset-update-id': 8n },
      ),
    ).toEqual([]);
  });

  test('say why something need not agree, each reason once', () => {
    const [mine, theirs] = [1n, 2n].map((height) =>
      stateOf({ 'slashing/signing-infos': { index_offset: height }, 'provider/init-chain-heights': height }),
    );
    expect(compareFinal(TRACE, mine ?? new Map(), theirs ?? new Map())).toEqual({
      differences: [],
      excused: ['provider/init-chain-heights: a height', 'slashing/signing-infos, index_offset: a count of blocks'],
    });
  });

  test('have to agree in a field of the same name that says something else', () => {
    const [mine, theirs] = [{ 'staking/params': { unbonding_time: 1n } }, { 'staking/params': { unbonding_time: 2n } }];
    expect(differences(mine, theirs)).toEqual(['staking/params/v0/unbonding_time']);
  });

  test('agree in amounts unless coins are shared out with each block', () => {
    const [mine, theirs] = [{ 'bank/balances': 1n }, { 'bank/balances': 2n }];
    expect(differences(mine, theirs)).toEqual(['bank/balances/v0']);
    expect(differences(mine, theirs, { ...TRACE, setup: { inflation: '0.1' } })).toEqual([]);
  });

  test('are excused for tables that there are', () => {
    const known = new Set([...TABLES.provider, ...TABLES.consumer].map(({ name }) => name));
    expect(TABLES_BY_TIMING.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the verdict on several traces', () => {
  test('is that they conform only when all of them agree', () => {
    expect(verdictOn(['agrees', 'agrees'])).toBe('conforms');
    expect(verdictOn(['agrees', 'parted'])).toBe('parted');
  });

  test('is the worst of theirs, and inconclusive without any', () => {
    expect(verdictOn(['parted', 'unclear', 'agrees'])).toBe('inconclusive');
    expect(verdictOn(['unclear', 'disagrees', 'parted'])).toBe('diverges');
    expect(verdictOn([])).toBe('inconclusive');
  });
});

function courseOf(...codes: readonly number[]): Course {
  return courseWith([], ...codes);
}

function courseWith(launched: readonly string[], ...codes: readonly number[]): Course {
  const course = beginCourse();
  const types = ['/a.MsgOne', '/ibc.core.client.v1.MsgUpdateClient', '/a.MsgTwo'];
  const block: Block = {
    ...EMPTY_BLOCK,
    chainId: 'provider',
    height: 2n,
    time: 1n,
    txs: types.map((type) => txOf('a0', { '@type': type })),
  };
  const changes = launched.map((key) => ({ table: consumerPhases.name, key, row: 'CONSUMER_PHASE_LAUNCHED' }));
  const empty = { height: 2n, validatorUpdates: [], sentPackets: [], writtenAcks: [], changes };
  course.take('provider', block, { ...empty, txResults: codes.map((code) => ({ codespace: '', code })) });
  return course;
}

describe('two courses of a trace', () => {
  test('are the same when the same succeeds, whatever is relayed', () => {
    expect(parting(courseOf(0, 0, 0), courseOf(0, 5, 0))).toBeUndefined();
  });

  test('part where something succeeds in one of them alone', () => {
    expect(parting(courseOf(0, 0, 0), courseOf(5, 0, 0))).toBe(
      'provider: /a.MsgOne on one engine, /a.MsgTwo on the other',
    );
    expect(parting(courseOf(0, 0, 0), courseOf(0, 0, 5))).toContain('/a.MsgTwo on one engine, nothing');
    expect(parting(courseWith(['0', '1'], 0, 0, 0), courseWith(['1', '0'], 0, 0, 0))).toContain(
      'the phases: CONSUMER_PHASE_LAUNCHED of consumer 0 on one engine',
    );
    expect(parting(courseOf(0, 0, 0), beginCourse())).toBe('provider starts on one engine alone');
  });
});

test('a trace comes to rest when epochs have ended and all is delivered and acknowledged', () => {
  const trace: Trace = {
    lockstep: 1,
    setup: { blocksPerEpoch: 2 },
    actions: [{ kind: 'remove-consumer', consumer: 'c3', by: 'a0' }],
  };
  const { actions } = atRest(trace);
  expect(actions.slice(0, 3)).toEqual([
    trace.actions[0],
    { kind: 'block', chain: 'provider', seconds: 1 },
    { kind: 'block', chain: 'provider', seconds: 1 },
  ]);
  expect(actions.filter(({ kind }) => kind === 'deliver')).toHaveLength(8);
  expect(actions).toContainEqual({ kind: 'acknowledge', consumer: 'c3', to: 'provider', channel: 'ccv', count: 100 });
});
