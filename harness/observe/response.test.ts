import { describe, expect, test } from 'vitest';
import type { Value } from '../../specs/value.ts';
import { ObservationError } from './observation-error.ts';
import { eventsInOrder, readResponse } from './response.ts';

function event(type: string, mode?: string): Value {
  const attributes = mode === undefined ? [] : [{ key: 'mode', value: mode, index: true }];
  return { type, attributes };
}

const RESPONSE = {
  events: [event('pre'), event('begin', 'BeginBlock'), event('end', 'EndBlock')],
  tx_results: [
    { codespace: '', code: 0, events: [event('tx0')] },
    { codespace: 'sdk', code: 5, events: [event('ante')] },
    { codespace: '', code: 0, events: [event('tx2')] },
  ],
  validator_updates: [{ pub_key: { ed25519: 'aa' }, power: 7n }],
};

test('reads the codes of transactions and the validator updates', () => {
  const { txResults, validatorUpdates } = readResponse(RESPONSE);
  expect(txResults.map(({ codespace, code }) => ({ codespace, code }))).toEqual([
    { codespace: '', code: 0 },
    { codespace: 'sdk', code: 5 },
    { codespace: '', code: 0 },
  ]);
  expect(validatorUpdates).toEqual([{ pubKey: 'aa', power: 7n }]);
});

test('puts events in the order in which they happened, and leaves out those of a failed transaction', () => {
  expect(eventsInOrder(readResponse(RESPONSE)).map(({ type }) => type)).toEqual(['pre', 'begin', 'tx0', 'tx2', 'end']);
});

describe('an answer that is not what it should be is an error that names the place', () => {
  test.each<[place: string, response: Value]>([
    ['response', null],
    ['response.events', { ...RESPONSE, events: null }],
    [
      'response.events[0].attributes[0]',
      { ...RESPONSE, events: [{ type: 'a', attributes: [{ key: 'k', value: 1 }] }] },
    ],
    ['response.tx_results[0]', { ...RESPONSE, tx_results: [{ codespace: '', code: '0', events: [] }] }],
    [
      'response.validator_updates[0]',
      { ...RESPONSE, validator_updates: [{ pub_key: { secp256k1: 'aa' }, power: 1n }] },
    ],
    ['response.validator_updates[0].pub_key', { ...RESPONSE, validator_updates: [{ pub_key: null, power: 1n }] }],
  ])('%s', (place, response) => {
    expect(() => readResponse(response)).toThrow(ObservationError);
    expect(() => readResponse(response)).toThrow(`${place}:`);
  });
});
