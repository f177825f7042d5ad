import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import {
  consumerClients,
  consumerGenesis,
  consumerToChannel,
  consumerValidators,
  initializationParameters,
  type ConsumerPhase,
  type InitializationParametersRow,
} from '../tables/provider.ts';
import { stakingParams, type StakingParamsRow } from '../tables/staking/chain.ts';
import { launched, optIn, phase } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story } from '../testing/story.ts';
import { SECOND } from '../value.ts';
import { consumerLifecycle } from './consumer-lifecycle.ts';

const at = (name: string) => phase('0', `CONSUMER_PHASE_${name}` as ConsumerPhase);
const spawn = (second: bigint): RowChange =>
  put(initializationParameters, '0', { spawn_time: second * SECOND } as InitializationParametersRow);
const unbonding = put(stakingParams, SINGLETON, { unbonding_time: 3n * SECOND } as StakingParamsRow);
const initialized = [unbonding, spawn(2n), at('INITIALIZED')];
const launch = launched('0', { aa: 3 });
const removed = [
  drop(consumerGenesis, '0'),
  drop(consumerValidators, consumerValidators.key('0', 'aa')),
  drop(consumerClients, '0'),
  drop(consumerToChannel, '0'),
  at('DELETED'),
];

/** One block a second, from the first one on. */
function check(...blocks: readonly (readonly RowChange[])[]) {
  const story = new Story().start('provider');
  for (const rows of blocks) story.block('provider', { rows });
  return firstViolation(consumerLifecycle, story.events)?.because;
}

describe('the lifecycle of a consumer', () => {
  test('accepts a consumer that is launched, stopped and deleted three seconds later', () => {
    expect(check(initialized, launch, [at('STOPPED')], [], [], removed, [])).toBeUndefined();
  });

  test('accepts a launch that fails and is scheduled again', () => {
    expect(check(initialized, [at('REGISTERED')], [spawn(3n), at('INITIALIZED')], launch)).toBeUndefined();
  });

  test('rejects a phase that must not follow', () => {
    expect(check([at('REGISTERED')], launch)).toContain('however it changed to CONSUMER_PHASE_LAUNCHED');
    expect(check([at('LAUNCHED')])).toContain('was in CONSUMER_PHASE_NONE');
    expect(check(initialized, launch, [at('INITIALIZED')])).toContain(
      'however it changed to CONSUMER_PHASE_INITIALIZED',
    );
  });

  test('rejects a launch before the spawn time, and one without validators', () => {
    expect(check([...initialized, spawn(3n)], launch)).toContain('its spawn time has not passed');
    expect(check(initialized, [at('LAUNCHED')])).toContain('it has no validators');
  });

  test('rejects a deletion that is too early, and one that is missing', () => {
    expect(check(initialized, launch, [at('STOPPED')], [], removed)).toBe('consumer 0 is deleted too early');
    expect(check(initialized, launch, [at('STOPPED')], [], [], [])).toContain('however it is not deleted');
  });

  test('rejects that a deleted consumer still has opted-in validators', () => {
    const wrong = check(initialized, launch, [at('STOPPED')], [], [], [...removed, optIn('0', 'aa')]);
    expect(wrong).toBe('consumer 0 is deleted; however it is still in provider/opted-in');
  });
});
