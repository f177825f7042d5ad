import { describe, expect, expectTypeOf, test } from 'vitest';
import { SINGLETON, type AccountAddress, type ConsumerId, type Operator, type ProviderAddress } from './key.ts';
import { balances, denomHolders } from './tables/bank.ts';
import { consensusStates, iterationKeys } from './tables/ibc/client.ts';
import { packetCommitments } from './tables/ibc/packet.ts';
import { optedIn, providerParams, rewardsAllocations } from './tables/provider.ts';
import type { delegations, delegationsByValidator } from './tables/staking/delegation.ts';
import { validatorsByPower } from './tables/staking/validator.ts';

describe('the key of a row', () => {
  test('is the text of its parts, and can be read back', () => {
    expect(optedIn.key('7', 'aa')).toBe('7/aa');
    expect(optedIn.parts(optedIn.key('7', 'aa'))).toEqual(['7', 'aa']);
    expect(validatorsByPower.key(5n, 'aa')).toBe('5/aa');
    expect(validatorsByPower.parts(validatorsByPower.key(5n, 'aa'))).toEqual([5n, 'aa']);
    expect(iterationKeys.key('c-0', 1n, 2n)).toBe('c-0/1/2');
    expect(iterationKeys.parts(iterationKeys.key('c-0', 1n, 2n))).toEqual(['c-0', 1n, 2n]);
  });

  test('is the path of its parts in a table of paths', () => {
    expect(consensusStates.key('c-0', 1n, 2n)).toBe('c-0/consensusStates/1-2');
    expect(consensusStates.parts(consensusStates.key('c-0', 1n, 2n))).toEqual(['c-0', 1n, 2n]);
    const packet = packetCommitments.key('transfer', 'channel-0', 3n);
    expect(packet).toBe('transfer/channels/channel-0/sequences/3');
    expect(packetCommitments.parts(packet)).toEqual(['transfer', 'channel-0', 3n]);
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
