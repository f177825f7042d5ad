import { describe, expect, test } from 'vitest';
import type { FieldSchema, Schema } from '../../codec/schema.ts';
import { declaredQueries, queriesNotCovered } from './declared-queries.ts';

const PROVIDER = 'interchain_security.ccv.provider.v1';
const text = (name: string): FieldSchema => ({ no: 1, name, kind: 'string' });
const message = (name: string, type: string): FieldSchema => ({ no: 1, name, kind: 'message', type });

/** What a program declares that has one query, with these fields in the answer and in the messages in it. */
function declaring(method: string, fields: readonly FieldSchema[], messages: Schema['messages'] = {}): Schema {
  return {
    messages: { Response: fields, ...messages },
    enums: {},
    services: { [`${PROVIDER}.Query`]: { [method]: ['Request', 'Response'] } },
  };
}

describe('of the queries that programs declare', () => {
  test('one that a later release adds to the provider module is not covered', () => {
    expect(queriesNotCovered([declaring('QueryPausedConsumers', [text('ids')])])).toEqual([
      `${PROVIDER}.Query/QueryPausedConsumers`,
    ]);
  });

  test('one that is asked is covered with the fields that are compared', () => {
    expect(queriesNotCovered([declaring('QueryConsumerIdFromClientId', [text('consumer_id')])])).toEqual([]);
  });

  test('a field that a later release adds to an answer is not covered', () => {
    const schema = declaring('QueryConsumerIdFromClientId', [text('consumer_id'), text('chain_id')]);
    expect(queriesNotCovered([schema])).toEqual([`${PROVIDER}.Query/QueryConsumerIdFromClientId: chain_id`]);
  });

  test('a field that a later release adds to a message in an answer is not covered', () => {
    const pair = [text('provider_address'), text('consumer_address'), text('consumer_key'), text('since')];
    const schema = declaring('QueryAllPairsValConsAddrByConsumer', [message('pair_val_con_addr', 'Pair')], {
      Pair: pair,
    });
    expect(declaredQueries([schema])).toEqual([
      {
        name: `${PROVIDER}.Query/QueryAllPairsValConsAddrByConsumer`,
        asked: true,
        notCompared: ['pair_val_con_addr.since'],
      },
    ]);
  });

  test('a message that is compared whole is covered with all that is in it', () => {
    const schema = declaring('QueryParams', [message('params', 'Params')], { Params: [text('anything')] });
    expect(queriesNotCovered([schema])).toEqual([]);
  });

  test('those of other modules do not count', () => {
    const services = { 'cosmos.group.v1.Query': { GroupInfo: ['Request', 'Response'] as const } };
    expect(declaredQueries([{ messages: {}, enums: {}, services }])).toEqual([]);
  });
});
