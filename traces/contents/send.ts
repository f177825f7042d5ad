import * as fc from 'fast-check';
import type { SendContent } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import type { ContentKind } from './content.ts';
import { someAccount, someAmount } from '../draw/index.ts';
import { accountName, amount } from '../format/fields.ts';
import { accountKey } from '../setup/keys.ts';
import { BOND_DENOM } from '../setup/setup.ts';

const TYPE = '/cosmos.bank.v1beta1.MsgSend';

/** `cosmos.bank.v1beta1.MsgSend`. Governance holds only the deposits of other proposals. */
export const sendContent: ContentKind<SendContent> = {
  message: 'send',
  title: 'SendContent',
  describes: 'Governance sends coins to an account (MsgSend).',
  type: TYPE,
  fields: { to: accountName, amount },
  // Usually more than governance has.
  weight: () => 0.4,
  draw: (world) =>
    fc.record({ message: fc.constant('send' as const), to: someAccount(world), amount: someAmount(world) }),
  build: (_world, { to, amount }, authority) => ({
    '@type': TYPE,
    from_address: authority,
    to_address: bech32('cosmos', accountKey(to).address),
    amount: [{ denom: BOND_DENOM, amount: BigInt(amount) }],
  }),
};
