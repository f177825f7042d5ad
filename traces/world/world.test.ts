import { describe, expect, test } from 'vitest';
import { txOf } from '../actions/action.ts';
import { DEFAULT_SETUP } from '../setup/setup.ts';
import { REFUSING_MODEL } from '../testing/refusing-model.ts';
import { afterBlock, afterHalt } from './commit.ts';
import { blockOrder } from './order.ts';
import { predictStart } from './predict.ts';
import { World } from './world.ts';

const TX = txOf('v0', { '@type': '/test.Msg' });
const OTHER = txOf('v1', { '@type': '/test.Msg' });

function begun(): World {
  const world = new World(DEFAULT_SETUP, REFUSING_MODEL);
  const order = World.genesis(world.setup);
  world.commitStart(order, predictStart(world.model, order.genesis), 'aa');
  world.commitBlock(world.prepareBlock(blockOrder('provider')), 'bb');
  return world;
}

/** The parts of the world that a prediction must not change. */
function standing({ clock, provider }: World): unknown {
  const { mempool, headers, sets, sentPackets, ...state } = provider;
  return structuredClone({
    clock,
    state: { ...state, model: undefined, writtenAcks: [...state.writtenAcks] },
    waiting: mempool.waiting,
    lengths: [headers.length, sets.length, sentPackets.length],
  });
}

describe('a prediction', () => {
  test('of a block changes neither the mempool nor the clock', () => {
    const world = begun();
    world.queue('provider', TX);
    const before = standing(world);
    const { block } = world.prepareBlock(blockOrder('provider', { seconds: 7, txs: [OTHER] }));
    expect(block.txs).toEqual([TX, OTHER]);
    expect(block.time).toBe(world.clock + 7_000_000_000n);
    expect(standing(world)).toEqual(before);
  });

  test('of the next block is the same every time', () => {
    const world = begun();
    world.queue('provider', TX);
    const before = standing(world);
    expect(world.expectBlock('provider', [OTHER]).block).toEqual(world.expectBlock('provider', [OTHER]).block);
    expect(world.expectBlock('provider', [OTHER]).step.observation.txResults).toHaveLength(2);
    expect(standing(world)).toEqual(before);
  });
});

describe('a commit', () => {
  test('of a block removes exactly its transactions from the mempool', () => {
    const world = begun();
    world.queue('provider', TX);
    const prepared = world.prepareBlock(blockOrder('provider', { seconds: 3 }));
    world.queue('provider', OTHER);
    const { clock } = world;
    world.commitBlock(prepared, 'cc');
    expect(world.provider.mempool.waiting).toEqual([OTHER]);
    expect(world.clock).toBe(clock + 3_000_000_000n);
    expect(world.provider).toMatchObject({ height: 2n, appHash: 'cc', header: { height: 2n, appHash: 'bb' } });
  });

  test('keeps the header and the validator set of every height', () => {
    const world = begun();
    world.commitBlock(world.prepareBlock(blockOrder('provider')), 'cc');
    const { headers, sets, lastSet, set, nextSet } = world.provider;
    expect(headers.map((header) => header?.appHash)).toEqual([undefined, 'aa', 'bb']);
    expect(sets.slice(2)).toEqual([lastSet, set, nextSet]);
  });

  test('of a block in which the program stops advances the clock and removes its transactions', () => {
    const world = begun();
    world.queue('provider', TX);
    const { clock } = world;
    world.commitHalt('provider', world.prepareBlock(blockOrder('provider', { seconds: 5 })).block.time);
    expect(world.provider).toMatchObject({ over: true, height: 1n });
    expect(world.provider.mempool.waiting).toEqual([]);
    expect(world.clock).toBe(clock + 5_000_000_000n);
  });

  test('makes a new state and does not change the previous one', () => {
    const world = begun();
    const { mempool: _, ...state } = world.provider;
    const before = { ...state };
    const after = afterBlock(state, world.prepareBlock(blockOrder('provider')), 'cc');
    expect([after.height, afterHalt(after).over, after.over]).toEqual([2n, true, false]);
    expect(state).toEqual(before);
  });
});

test('of a block decides the votes in the next block', () => {
  const world = begun();
  const [first] = world.provider.set;
  world.commitBlock(world.prepareBlock(blockOrder('provider', { absent: new Set([first?.address ?? '']) })), 'cc');
  const { votes } = world.prepareBlock(blockOrder('provider')).block;
  expect(votes.map(({ signed }) => signed)).toEqual(world.provider.set.map((_, i) => i !== 0));
});

test('a chain that has not started has no block', () => {
  expect(() => begun().prepareBlock(blockOrder('c0'))).toThrow('the chain c0 has not started');
});
