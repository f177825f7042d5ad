import { expect, test } from 'vitest';
import { ObservationError } from '../../../observe/observation-error.ts';
import { readExported } from './read-exported.ts';

const key = { type: 'tendermint/PubKeyEd25519', value: 'q80=' };
const file = {
  chain_id: 'c0-1',
  initial_height: 26,
  app_state: { bank: {} },
  consensus: {
    validators: [
      { address: 'ABCD', pub_key: key, power: '1003', name: 'v0' },
      { address: '01', pub_key: null, power: '7', name: '' },
    ],
  },
};

test('the state of an exported genesis and what consensus reads of it', () => {
  expect(readExported(JSON.stringify(file))).toEqual({
    appState: { bank: {} },
    exported: {
      chainId: 'c0-1',
      initialHeight: 26n,
      validators: [
        { address: 'abcd', pubKey: 'abcd', power: 1003n },
        { address: '01', pubKey: null, power: 7n },
      ],
    },
  });
});

test.each([
  ['no JSON', '{'],
  ['no object', '[]'],
  ['no state', JSON.stringify({ ...file, app_state: null })],
  ['a height that is none', JSON.stringify({ ...file, initial_height: '1.5' })],
  ['no validators', JSON.stringify({ ...file, consensus: {} })],
])('%s cannot be read', (_, text) => {
  expect(() => readExported(text)).toThrow(ObservationError);
});
