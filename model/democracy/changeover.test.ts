import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import {
  crossChainValidators,
  initGenesisHeight,
  pendingPackets,
  preCcv,
  previouslySovereign,
} from '../../specs/tables/consumer.ts';
import { connections, type ConnectionRow } from '../../specs/tables/ibc/connection.ts';
import { signingInfos } from '../../specs/tables/slashing.ts';
import { addressOfKey } from '../consensus/validator-set.ts';
import { beginChangeover } from '../consumer/changeover.ts';
import { ccvConsumer } from '../consumer/module.ts';
import type { Context } from '../context.ts';
import { Draft } from '../draft.ts';
import { Halt } from '../halt.ts';
import { distributionHooks } from '../sdk/distribution/hooks.ts';
import { validatorAt } from '../sdk/staking/validators.ts';
import { ALICE, BOB, keyOf, SdkChain } from '../sdk/testing.ts';
import { changeOver, changeoverStaking } from './changeover.ts';

const NEWCOMER = 'ee'.repeat(32);
const FRACTION = 10n ** 17n;

/** A chain of two validators, Alice and Bob, in the block in which it becomes a consumer. */
function sovereign(height = 6n): Context {
  const { context } = new SdkChain();
  const draft = new Draft(context.draft.commit());
  return { ...context, draft, kind: 'consumer', features: new Set(['democracy']), block: { ...context.block, height } };
}

/** One that has become a consumer in block 6, in a later block. */
function former(height: bigint): Context {
  const context = sovereign(height);
  context.draft.set(previouslySovereign, SINGLETON, '');
  context.draft.set(initGenesisHeight, SINGLETON, 6n);
  return context;
}

const initial = (powers: Readonly<Record<string, bigint>>) =>
  Object.entries(powers).map(([ed25519, power]) => ({ pub_key: { ed25519 }, power }));

const infraction = (height: bigint) => ({
  consensusAddress: addressOfKey(keyOf(ALICE)),
  height,
  power: 10n,
  fraction: FRACTION,
});

describe('the block of a changeover', () => {
  test('gives power to the set of the provider, and takes it from all others that were bonded', () => {
    const context = sovereign();
    beginChangeover(context, initial({ [keyOf(ALICE)]: 3n, [NEWCOMER]: 9n }));
    expect(ccvConsumer.endBlock?.(context)).toEqual([
      { pubKey: keyOf(ALICE), power: 3n },
      { pubKey: NEWCOMER, power: 9n },
      { pubKey: keyOf(BOB), power: 0n },
    ]);
    expect([...context.draft.entries(crossChainValidators)].map(([, { power }]) => power)).toEqual([3n, 9n]);
    expect(context.draft.get(signingInfos, addressOfKey(NEWCOMER))?.start_height).toBe(6n);
    expect(context.draft.has(preCcv, SINGLETON)).toBe(false);
  });

  test('stops a program that finds no genesis beside it, or one over a connection that is not there', () => {
    expect(() => changeOver(sovereign())).toThrow(new Halt('there is no genesis of the CCV module'));
    const context = sovereign();
    context.draft.set(connections, 'connection-1', { client_id: '07-tendermint-0' } as ConnectionRow);
    const ccv = { params: {}, provider: { initial_val_set: [] }, preCCV: true, connection_id: 'connection-0' };
    const genesisFile = { ccv, reward_denoms: [], provider_reward_denoms: [] } as unknown as Context['genesisFile'];
    expect(() => changeOver({ ...context, ...(genesisFile && { genesisFile }) })).toThrow(
      new Halt('there is no connection connection-0'),
    );
  });
});

describe('an infraction on a chain that has become a consumer', () => {
  const staking = changeoverStaking(distributionHooks);
  test.each(['punishDowntime', 'punishEquivocation'] as const)(
    'before the validators of the provider signed burns stake of its own, and puts nobody in jail (%s)',
    (punish) => {
      const context = former(9n);
      staking[punish](context, infraction(7n));
      expect(validatorAt(context, ALICE)).toMatchObject({ tokens: 9_000_000n, jailed: false });
      expect(context.draft.size(pendingPackets)).toBe(0);
    },
  );

  test.each(['punishDowntime', 'punishEquivocation'] as const)('afterwards is told to the provider (%s)', (punish) => {
    const context = former(10n);
    staking[punish](context, infraction(8n));
    expect(validatorAt(context, ALICE).tokens).toBe(10_000_000n);
    expect(context.draft.size(pendingPackets)).toBe(1);
  });

  test('is the provider’s from the first height on where the chain never lived on its own', () => {
    const context = sovereign(3n);
    context.draft.set(initGenesisHeight, SINGLETON, 0n);
    staking.punishDowntime(context, infraction(1n));
    expect(context.draft.size(pendingPackets)).toBe(1);
  });
});
