import { SINGLETON } from '../../../specs/key.ts';
import { expect, test } from 'vitest';
import { transferParams } from '../../../specs/tables/transfer.ts';
import { contextFor } from '../../consumer/testing.ts';
import { authority } from '../../sdk/authority.ts';
import { refusalOf } from '../../sdk/testing.ts';
import { checkTransferParams, updateTransferParams, type MsgUpdateTransferParams } from './params.ts';

const OFF = { send_enabled: false, receive_enabled: true };

function update(signer: string): MsgUpdateTransferParams {
  return { '@type': '/ibc.applications.transfer.v1.MsgUpdateParams', signer, params: OFF };
}

test('governance alone switches transfers off', () => {
  const context = contextFor();
  const stranger = 'consumer1jmd0fc5w3ms5en7kpqeqfcn3vslwf67vpxapgu';
  expect(refusalOf(() => updateTransferParams(context, update(stranger)))).toBe('ibc/2');
  expect(context.draft.get(transferParams, SINGLETON)).toBeUndefined();
  updateTransferParams(context, update(authority(context)));
  expect(context.draft.get(transferParams, SINGLETON)).toEqual(OFF);
});

test('a message of nobody is refused before that', () => {
  expect(refusalOf(() => checkTransferParams(update('nobody')))).toBe('ibc/5');
});
