import { expect, test } from 'vitest';
import { consumerKeys, validatorsByConsumerAddress } from '../../specs/tables/provider.ts';
import { providerHooks } from './hooks.ts';
import { accountOf, addressOf, byValidator, creation, keyJson, startProvider } from './testing.ts';

function withKey(key: string) {
  const provider = startProvider([2n, 1n]);
  provider.block([creation(null)]);
  provider.block([byValidator('MsgAssignConsumerKey', 'v0', '0', { consumer_key: keyJson(key) })]);
  return provider.context();
}

test('a validator can not be created with a key that is in use on a consumer', () => {
  const context = withKey('a');
  expect(() => providerHooks.afterValidatorCreated?.(context, accountOf('v1'))).not.toThrow();
  context.draft.set(
    validatorsByConsumerAddress,
    validatorsByConsumerAddress.key('0', addressOf('v1')),
    addressOf('v0'),
  );
  expect(() => providerHooks.afterValidatorCreated?.(context, accountOf('v1'))).toThrow(
    expect.objectContaining({ codespace: 'undefined', code: 111_222 }),
  );
});

test('the consumer keys of a removed validator are deleted', () => {
  const context = withKey('a');
  providerHooks.afterValidatorRemoved?.(context, addressOf('v1'), accountOf('v1'));
  expect(context.draft.size(consumerKeys)).toBe(1);
  providerHooks.afterValidatorRemoved?.(context, addressOf('v0'), accountOf('v0'));
  expect(context.draft.size(consumerKeys)).toBe(0);
  expect(context.draft.size(validatorsByConsumerAddress)).toBe(0);
});
