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

/** A standalone chain with the validators Alice and Bob, in the block of its changeover. */
function sovereign(height = 6n): Context {
  const { context } = new SdkChain();
  const draft = new Draft(context.draft.commit());
  return { ...context, draft, kind: 'consumer', features: new Set(['democracy']), block: { ...context.block, height } };
}

/** A chain that became a consumer in block 6, in a later block. */
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
  test('gives power to the initial set of the provider, and removes the other bonded validators', () => {
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

  test('halts a program without a CCV genesis, or with one that names an unknown connection', () => {
    expect(() => changeOver(sovereign())).toThrow(
      new Halt('consumer/genesis-missing', 'there is no genesis of the CCV module'),
    );
    const context = sovereign();
    context.draft.set(connections, 'connection-1', { client_id: '07-tendermint-0' } as ConnectionRow);
    const ccv = { params: {}, provider: { initial_val_set: [] }, preCCV: true, connection_id: 'connection-0' };
    const genesisFile = { ccv, reward_denoms: [], provider_reward_denoms: [] } as unknown as Context['genesisFile'];
    expect(() => changeOver({ ...context, ...(genesisFile && { genesisFile }) })).toThrow(
      new Halt('consumer/connection-missing', 'there is no connection connection-0'),
    );
  });
});

describe('an infraction on a chain that has become a consumer', () => {
  const staking = changeoverStaking(distributionHooks);
  test.each(['punishDowntime', 'punishEquivocation'] as const)(
    'is slashed by its own staking module, without jailing, if it is from before the changeover (%s)',
    (punish) => {
      const context = former(9n);
      staking[punish](context, infraction(7n));
      expect(validatorAt(context, ALICE)).toMatchObject({ tokens: 9_000_000n, jailed: false });
      expect(context.draft.size(pendingPackets)).toBe(0);
    },
  );

  test.each(['punishDowntime', 'punishEquivocation'] as const)(
    'is reported to the provider if it is later (%s)',
    (punish) => {
      const context = former(10n);
      staking[punish](context, infraction(8n));
      expect(validatorAt(context, ALICE).tokens).toBe(10_000_000n);
      expect(context.draft.size(pendingPackets)).toBe(1);
    },
  );

  test('is reported to the provider from the first height on if the chain was never standalone', () => {
    const context = sovereign(3n);
    context.draft.set(initGenesisHeight, SINGLETON, 0n);
    staking.punishDowntime(context, infraction(1n));
    expect(context.draft.size(pendingPackets)).toBe(1);
  });
});
