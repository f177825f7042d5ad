import { expect, test } from 'vitest';
import { consumerGenesis, clientToConsumer } from '../../specs/tables/provider/consumers.ts';
import { consumerValidators, lastProviderConsensusValidators } from '../../specs/tables/provider/validators.ts';
import { consumerIn } from './consumer-in.ts';

test.each([
  [consumerValidators.name, `3/${'ab'.repeat(20)}`, '3'],
  [consumerGenesis.name, '12', '12'],
  [clientToConsumer.name, '07-tendermint-0', undefined],
  [lastProviderConsensusValidators.name, '11'.repeat(20), undefined],
  ['gov/proposals', '1', undefined],
])('the consumer in a key of %s, %s, is %s', (table, key, id) => {
  expect(consumerIn(table, key)).toBe(id);
});
