import { describe, expect, test } from 'vitest';
import type { Action, Trace } from '../../specs/generated/trace.ts';
import { ModelRunError, runModel } from './model-run.ts';
import { REFUSING_MODEL } from '../testing/refusing-model.ts';
import type { WorldModel } from '../world/model.ts';

const block: Action = { kind: 'block', chain: 'provider', seconds: 1 };
const unjail: Action = { kind: 'unjail', validator: 'v0' };
const trace: Trace = { lockstep: 1, actions: [block, unjail, block, block] };

/** Throws on every transaction instead of rejecting it. */
const BROKEN_MODEL: WorldModel = {
  ...REFUSING_MODEL,
  programs: {
    ...REFUSING_MODEL.programs,
    provider: {
      ...REFUSING_MODEL.programs.provider,
      ante: () => {
        throw new TypeError('no such row');
      },
    },
  },
};

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a trace on the model alone', () => {
  test('makes the blocks that its actions plan', () => {
    const world = runModel(trace, REFUSING_MODEL);
    expect(world.provider.height).toBe(3n);
  });

  test('reports each order with the prediction of the model', () => {
    const seen: string[] = [];
    runModel(trace, REFUSING_MODEL, (order, { observation }, index) => {
      seen.push(`${index} ${order.kind} ${order.chain} ${observation.txResults.map(({ code }) => code).join()}`);
    });
    expect(seen).toEqual(['-1 start provider ', '0 block provider ', '2 block provider 4', '3 block provider ']);
  });

  test('names the action on which the model throws', () => {
    const error = errorOf(() => runModel(trace, BROKEN_MODEL));
    expect(error).toBeInstanceOf(ModelRunError);
    expect(error).toMatchObject({
      index: 2,
      message: 'action 2 ({"kind":"block","chain":"provider","seconds":1}): no such row',
    });
  });
});
