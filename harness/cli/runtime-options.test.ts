import { describe, expect, test } from 'vitest';
import { checkRuntimeOptions, runtimeArguments, type RuntimeOptions } from './runtime-options.ts';

const refused: readonly (readonly [string, RuntimeOptions, string])[] = [
  [
    'real nodes in containers',
    { runtime: 'container', engine: 'cometbft' },
    '--engine cometbft does not work with --runtime container: nodes reach each other over the loopback',
  ],
  ['a number of nodes without nodes', { runtime: 'process', nodes: 7 }, '--nodes needs real nodes'],
  [
    'an image without a container',
    { runtime: 'process', providerImage: 'a' },
    '--provider-image and --consumer-image need containers',
  ],
];

describe('options that do not go together are refused', () => {
  test.each(refused)('%s', (_, options, message) => {
    expect(() => checkRuntimeOptions(options)).toThrow(message);
  });

  test('all others are not', () => {
    expect(() => checkRuntimeOptions({ runtime: 'process', engine: 'cometbft', nodes: 7 })).not.toThrow();
    expect(() => checkRuntimeOptions({ runtime: 'container', engine: 'lockstep', consumerImage: 'a' })).not.toThrow();
  });
});

test('a command that repeats a run names the nodes that were asked for', () => {
  expect(runtimeArguments({ runtime: 'process', engine: 'cometbft', nodes: 7 })).toEqual([
    '--engine',
    'cometbft',
    '--nodes',
    '7',
  ]);
  expect(runtimeArguments({ runtime: 'process', engine: 'lockstep' })).toEqual([]);
});
