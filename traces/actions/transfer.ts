import * as fc from 'fast-check';
import type { TransferAction } from '../../specs/generated/trace.ts';
import { SECOND } from '../../specs/value.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { denomOn, transferChannel } from '../messages/coin-name.ts';
import { present, rarely, someAccount, someAmountUpTo } from '../draw/index.ts';
import { someMemo, someRecipient, someTransferable } from '../draw/transfer.ts';
import { accountName, amount, coinName, consumerName, transferReceiver, side } from '../format/fields.ts';
import { accountKey, prefixOf } from '../setup/keys.ts';
import { receiverAddress } from '../messages/transfer-receiver.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { transferConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';

const TYPE = '/ibc.applications.transfer.v1.MsgTransfer';

const TIMEOUT = 600;
const PORT = 'transfer';

/** `ibc.applications.transfer.v1.MsgTransfer` (ICS-20), from any account, in either direction. */
export const transfer: ActionKind<TransferAction> = {
  kind: 'transfer',
  title: 'TransferAction',
  describes: 'An account transfers coins over the channel between a consumer and the provider (MsgTransfer).',
  sends: [TYPE],
  fields: {
    consumer: consumerName,
    from: { ...side, description: 'The chain that sends the coins.' },
    by: accountName,
    to: transferReceiver,
    amount,
    denom: coinName,
    rewardFor: { ...consumerName, description: 'Mark the coins in the memo as rewards of this consumer.' },
    memo: { type: 'string', maxLength: 200, description: 'The memo, if it names no consumer.' },
    timeout: {
      type: 'integer',
      minimum: 0,
      maximum: 315_360_000,
      description: 'The timeout of the packet in seconds, by default 600; 0 for none.',
    },
    wrong: { enum: ['channel', 'port'], description: 'The mistake: a channel that does not exist, or another port.' },
  },
  optional: ['denom', 'rewardFor', 'memo', 'timeout', 'wrong'],
  weight: (world) => (transferConsumers(world).length > 0 ? 5 : world.chains.size > 1 ? 0.5 : 0),
  draw: (world) =>
    someTransferable(world).chain(({ consumer, from, by, denom, balance }) =>
      fc
        .record({
          kind: fc.constant('transfer' as const),
          consumer: fc.constant(consumer),
          from: fc.constant(from),
          by: by === undefined ? someAccount(world) : fc.constant(by),
          to: someRecipient(world),
          amount: someAmountUpTo(balance),
          denom: fc.constant(denom),
          memo: someMemo(world, consumer),
          timeout: rarely(20, fc.constantFrom(0, 1, 5, 30)),
          wrong: rarely(4, fc.constantFrom('channel' as const, 'port' as const)),
        })
        .map(({ memo, ...action }) => present({ ...action, ...memo })),
    ),
  plan(world, action) {
    const { consumer, from, by, to, amount: tokens, denom = BOND_DENOM, timeout = TIMEOUT, wrong } = action;
    const chain = from === 'provider' ? 'provider' : consumer;
    const other = from === 'provider' ? consumer : 'provider';
    return queued(
      world,
      chain,
      txOf(by, {
        '@type': TYPE,
        source_port: wrong === 'port' ? 'provider' : PORT,
        source_channel: wrong === 'channel' ? 'channel-404' : transferChannel(world, chain, other),
        token: { denom: denomOn(world, chain, denom), amount: BigInt(tokens) },
        sender: bech32(prefixOf(from), accountKey(by).address),
        receiver: receiverAddress(from === 'provider' ? 'consumer' : 'provider', to),
        timeout_height: { revision_number: 0n, revision_height: 0n },
        timeout_timestamp: timeout === 0 ? 0n : world.clock + BigInt(timeout) * SECOND,
        memo: memoOf(world, action),
      }),
    );
  },
};

function memoOf(world: World, { rewardFor, memo = '' }: TransferAction): string {
  if (rewardFor === undefined) return memo;
  const provider = {
    consumerId: world.consumerId(rewardFor),
    chainId: world.chainIdOf(rewardFor),
    memo: 'ICS rewards',
  };
  return JSON.stringify({ provider });
}
