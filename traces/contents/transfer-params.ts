import * as fc from 'fast-check';
import type { TransferParamsContent } from '../../specs/generated/trace.ts';
import type { ContentKind } from './content.ts';

const TYPE = '/ibc.applications.transfer.v1.MsgUpdateParams';

/** `ibc.applications.transfer.v1.MsgUpdateParams`. */
export const transferParamsContent: ContentKind<TransferParamsContent> = {
  message: 'transfer-params',
  title: 'TransferParamsContent',
  describes: 'Whether the chain sends and receives token transfers (MsgUpdateParams).',
  type: TYPE,
  fields: { send: { type: 'boolean' }, receive: { type: 'boolean' } },
  // Draw it rarely: while transfers are off, little happens.
  weight: () => 0.5,
  draw: () =>
    fc.record({ message: fc.constant('transfer-params' as const), send: fc.boolean(), receive: fc.boolean() }),
  build: (_world, { send, receive }, signer) => ({
    '@type': TYPE,
    signer,
    params: { send_enabled: send, receive_enabled: receive },
  }),
};
