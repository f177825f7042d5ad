import { expect, test } from 'vitest';
import type { Tx } from '../../specs/block.ts';
import type { Difference } from './difference.ts';
import { nameMessages } from './name-messages.ts';

const tx: Tx = {
  signer: 'aa',
  publicKey: '',
  sequence: null,
  fee: [],
  messages: [{ '@type': '/cosmos.bank.v1beta1.MsgSend' }],
};
const answer: Difference = { kind: 'tx-code', path: ['txs', '0'], expected: undefined, observed: undefined };

test('a difference in the answer to a transaction names its message and who signs it', () => {
  expect(nameMessages([answer], [tx])).toEqual([{ ...answer, path: ['txs', 'MsgSend', '0', 'aa'] }]);
});

test('an answer to a transaction that nobody sent stays as it is', () => {
  expect(nameMessages([answer], [])).toEqual([answer]);
});

test('so does every other difference', () => {
  const other: Difference = { ...answer, kind: 'field', path: ['bank/supply', '0'] };
  expect(nameMessages([other], [tx])).toEqual([other]);
});
