import { describe, expect, expectTypeOf, test } from 'vitest';
import { SINGLETON, type AccountAddress, type ConsumerId, type Operator, type ProviderAddress } from './key.ts';
import { balances, denomHolders } from './tables/bank.ts';
import { consensusStates, iterationKeys } from './tables/ibc/client.ts';
import { packetCommitments } from './tables/ibc/packet.ts';
import { optedIn, providerParams, rewardsAllocations } from './tables/provider.ts';
import { delegations, delegationsByValidator } from './tables/staking/delegation.ts';
import { validatorsByPower } from './tables/staking/validator.ts';

describe('the key of a row', () => {
  test.each([
    [optedIn.key('7', 'aa'), optedIn.parts, ['7', 'aa'], '7/aa'],
    [validatorsByPower.key(5n, 'aa'), validatorsByPower.parts, [5n, 'aa'], '5/aa'],
    [iterationKeys.key('c-0', 1n, 2n), iterationKeys.parts, ['c-0', 1n, 2n], 'c-0/1/2'],
    [consensusStates.key('c-0', 1n, 2n), consensusStates.parts, ['c-0', 1n, 2n], 'c-0/consensusStates/1-2'],
    [
      packetCommitments.key('transfer', 'channel-0', 3n),
      packetCommitments.parts,
      ['transfer', 'channel-0', 3n],
      'transfer/channels/channel-0/sequences/3',
    ],
  ] as const)('%s has its parts', (key, parts, expected, text) => {
    expect(key).toBe(text);
    expect((parts as (key: string) => unknown)(key)).toEqual(expected);
  });

  test.each(['stake', 'ibc/AB/CD'])('holds a denomination such as %s as one part', (denom) => {
    expect(balances.parts(balances.key('aa', denom))).toEqual(['aa', denom]);
    expect(denomHolders.parts(denomHolders.key(denom, 'aa'))).toEqual([denom, 'aa']);
    expect(rewardsAllocations.parts(rewardsAllocations.key('0', denom))).toEqual(['0', denom]);
  });

  test('begins with its first parts', () => {
    expect(optedIn.keyPrefix('1')).toBe('1/');
    expect(optedIn.key('11', 'aa').startsWith(optedIn.keyPrefix('1'))).toBe(false);
    expect(packetCommitments.keyPrefix('transfer', 'channel-0')).toBe('transfer/channels/channel-0/sequences/');
  });

  test('is empty in a table with a single row', () => {
    expect(SINGLETON).toBe('');
    expectTypeOf(providerParams.key()).toEqualTypeOf(SINGLETON);
  });

  test('does not compile from parts in another order', () => {
    expectTypeOf<[ConsumerId, ProviderAddress]>().toExtend<Parameters<typeof optedIn.key>>();
    expectTypeOf<[ProviderAddress, ConsumerId]>().not.toExtend<Parameters<typeof optedIn.key>>();
    expectTypeOf<[AccountAddress, Operator]>().toExtend<Parameters<typeof delegations.key>>();
    expectTypeOf<[Operator, AccountAddress]>().not.toExtend<Parameters<typeof delegations.key>>();
  });

  test('does not compile as the key of a table with other parts', () => {
    type KeyOf<T extends { key: (...parts: never) => string }> = ReturnType<T['key']>;
    expectTypeOf<KeyOf<typeof optedIn>>().not.toExtend<KeyOf<typeof delegations>>();
    expectTypeOf<KeyOf<typeof delegationsByValidator>>().not.toExtend<KeyOf<typeof delegations>>();
    expectTypeOf<KeyOf<typeof consensusStates>>().not.toExtend<KeyOf<typeof packetCommitments>>();
  });
});
