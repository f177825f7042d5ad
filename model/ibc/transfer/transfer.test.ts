import { SINGLETON } from '../../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import type { Packet } from '../../../specs/block.ts';
import type { Feature } from '../../../specs/feature.ts';
import { denomMetadata } from '../../../specs/tables/bank.ts';
import { denoms, denomTraces, totalEscrow, transferParams } from '../../../specs/tables/transfer.ts';
import { nameOfDenom, readPath } from '../../../specs/traced-denom.ts';
import type { Context } from '../../context.ts';
import { moduleAddress } from '../../sdk/auth/module-accounts.ts';
import { balanceOf } from '../../sdk/bank/balances.ts';
import { account, CAROL, DAVE, refusalOf, SdkChain, stake } from '../../sdk/testing.ts';
import { errorAcknowledgement, resultAcknowledgement } from '../packet/acknowledgement.ts';
import { escrow, escrowAddress } from './escrow.ts';
import { writeTransfer } from './packet-data.ts';
import { receiveTransfer } from './receive.ts';
import { refund, takeAnswer } from './refund.ts';
import { checkTransfer, sendTransfer } from './send.ts';

const OLD: readonly Feature[] = [];
const NEW: readonly Feature[] = ['ibc-transfer-v2', 'ibc-denom-hops'];
const BOTH = [OLD, NEW];
const VOUCHER = nameOfDenom(readPath('transfer/channel-1/token'));

function contextWith(features: readonly Feature[]): Context {
  const { context } = new SdkChain();
  context.draft.set(transferParams, SINGLETON, { send_enabled: true, receive_enabled: true });
  return { ...context, features: new Set(features) };
}

/** A packet from channel-9 of another chain to channel-1 of this one, or, with `out`, the other way round. */
function packetOf(context: Context, fields: object = {}, out = false): Packet {
  const data = { denom: 'token', amount: 7n, sender: account(DAVE), receiver: account(CAROL), memo: '', ...fields };
  const [source, destination] = out ? ['channel-1', 'channel-9'] : ['channel-9', 'channel-1'];
  return {
    sequence: 1n,
    source_port: 'transfer',
    source_channel: source,
    destination_port: 'transfer',
    destination_channel: destination,
    data: writeTransfer(data, context.features),
    timeout_height: { revision_number: 0n, revision_height: 0n },
    timeout_timestamp: 1n,
  };
}

const codeOf = (code: number) => ({ acknowledgement: errorAcknowledgement(code), success: false });

describe('receiving a transfer', () => {
  test.each(BOTH)('mints a voucher for a foreign coin, and stores its denomination trace', (...features) => {
    const context = contextWith(features);
    const done = { acknowledgement: resultAcknowledgement('01'), success: true };
    expect(receiveTransfer(context, packetOf(context))).toEqual(done);
    expect(receiveTransfer(context, packetOf(context))).toEqual(done);
    expect(balanceOf(context, CAROL, VOUCHER)).toBe(14n);
    const hash = VOUCHER.slice(4).toLowerCase();
    const isNew = context.features.has('ibc-denom-hops');
    expect([context.draft.has(denoms, hash), context.draft.has(denomTraces, hash)]).toEqual([isNew, !isNew]);
    expect(context.draft.get(denomMetadata, VOUCHER)?.symbol).toBe('TOKEN');
  });

  test('releases returning coins from escrow', () => {
    const context = contextWith(NEW);
    escrow(context, 'transfer', 'channel-1', DAVE, stake(10n));
    const before = balanceOf(context, CAROL, 'stake');
    receiveTransfer(context, packetOf(context, { denom: 'transfer/channel-9/stake' }));
    expect(balanceOf(context, CAROL, 'stake') - before).toBe(7n);
    expect(context.draft.get(totalEscrow, 'stake')).toEqual({ int: 3n });
    expect(balanceOf(context, escrowAddress('transfer', 'channel-1'), 'stake')).toBe(3n);
  });

  test.each([
    ['more than is in escrow', { denom: 'transfer/channel-9/stake' }, 5, 5],
    ['for a module', { receiver: account(moduleAddress('gov')) }, 4, 2],
    [
      'of what comes home for a module',
      { receiver: account(moduleAddress('gov')), denom: 'transfer/channel-9/stake' },
      2,
      2,
    ],
    ['for no address', { receiver: 'nobody' }, 1, 5],
  ])('answers %s with an error', (_, fields, old, fresh) => {
    for (const [features, code] of [[OLD, old] as const, [NEW, fresh] as const]) {
      const context = contextWith(features);
      expect(receiveTransfer(context, packetOf(context, fields))).toEqual(codeOf(code));
    }
  });

  test('for the application itself is taken by newer releases alone', () => {
    const fields = { receiver: account(moduleAddress('transfer')) };
    const [old, fresh] = [contextWith(OLD), contextWith(NEW)];
    expect(receiveTransfer(old, packetOf(old, fields))).toEqual(codeOf(4));
    expect(receiveTransfer(fresh, packetOf(fresh, fields)).success).toBe(true);
  });

  test('is answered with an error while it is disabled, or when it makes no sense', () => {
    const context = contextWith(OLD);
    expect(receiveTransfer(context, { ...packetOf(context), data: 'ff' })).toEqual(codeOf(12));
    context.draft.set(transferParams, SINGLETON, { send_enabled: true, receive_enabled: false });
    expect(receiveTransfer(context, packetOf(context))).toEqual(codeOf(8));
  });
});

describe('a transfer that fails', () => {
  test('refunds from escrow after an error or a timeout, but not after success', () => {
    const context = contextWith(NEW);
    const packet = packetOf(context, { denom: 'stake' }, true);
    const before = balanceOf(context, DAVE, 'stake');
    escrow(context, 'transfer', 'channel-1', DAVE, stake(14n));
    takeAnswer(context, packet, resultAcknowledgement('01'));
    expect(balanceOf(context, DAVE, 'stake')).toBe(before - 14n);
    takeAnswer(context, packet, errorAcknowledgement(1));
    refund(context, packet);
    expect(balanceOf(context, DAVE, 'stake')).toBe(before);
    expect(context.draft.has(totalEscrow, 'stake')).toBe(false);
  });

  test('mints the burnt voucher again', () => {
    const context = contextWith(NEW);
    refund(context, packetOf(context, { denom: 'transfer/channel-1/token' }, true));
    expect(balanceOf(context, DAVE, VOUCHER)).toBe(7n);
  });

  test('refuses an acknowledgement that can not be read', () => {
    const context = contextWith(NEW);
    expect(refusalOf(() => takeAnswer(context, packetOf(context), '00'))).toBe('ibc/4');
  });
});

const TRANSFER = {
  source_port: 'transfer',
  source_channel: 'channel-1',
  token: stake(1n),
  sender: account(CAROL),
  receiver: 'r',
  timeout_height: { revision_number: 0n, revision_height: 0n },
  timeout_timestamp: 5n,
  memo: '',
};

describe('MsgTransfer', () => {
  test.each([
    ['nothing wrong', {}, 'ok', 'ok'],
    ['a malformed port', { source_port: '' }, 'host/2', 'host/2'],
    ['a malformed channel', { source_channel: 'c' }, 'host/2', 'host/2'],
    ['a malformed denomination', { token: stake(1n, '!') }, 'ibc/6', 'ibc/6'],
    ['nothing to send', { token: stake(0n) }, 'ibc/3', 'ibc/6'],
    ['a sender that is no account', { sender: 'nobody' }, 'ibc/5', 'ibc/5'],
    ['no receiver', { receiver: '  ' }, 'ibc/5', 'ibc/5'],
    ['a receiver that is too long', { receiver: 'r'.repeat(2049) }, 'ibc/5', 'ibc/5'],
    ['a memo that is too long', { memo: 'm'.repeat(32_769) }, 'transfer/11', 'transfer/11'],
    ['the prefix of a voucher alone', { token: stake(1n, 'ibc') }, 'transfer/3', 'ibc/6'],
    ['a voucher without a hash', { token: stake(1n, 'ibc/') }, 'transfer/3', 'ibc/6'],
    ['a voucher with a malformed hash', { token: stake(1n, 'ibc/none') }, 'undefined/1', 'ibc/6'],
  ])('with %s is checked', (_, changes, old, fresh) => {
    for (const [features, code] of [[OLD, old] as const, [NEW, fresh] as const]) {
      expect(refusalOf(() => checkTransfer({ ...TRANSFER, ...changes }, new Set(features)))).toBe(code);
    }
  });

  test.each([
    ['over a channel that does not exist', {}, 'channel/3', 'clientv2/35'],
    ['without a timeout either', { timeout_timestamp: 0n }, 'channel/3', 'channelv2/8'],
    ['of a voucher that nobody knows', { token: stake(1n, VOUCHER) }, 'channel/3', 'transfer/6'],
    ['of a module', { sender: account(moduleAddress('gov')) }, 'ibc/2', 'clientv2/35'],
  ])('%s is refused', (_, changes, old, fresh) => {
    for (const [features, code] of [[OLD, old] as const, [NEW, fresh] as const]) {
      expect(refusalOf(() => sendTransfer(contextWith(features), { ...TRANSFER, ...changes }))).toBe(code);
    }
  });

  test('is refused while transfers are disabled', () => {
    for (const features of BOTH) {
      const context = contextWith(features);
      context.draft.set(transferParams, SINGLETON, { send_enabled: false, receive_enabled: true });
      expect(refusalOf(() => sendTransfer(context, TRANSFER))).toBe('transfer/7');
    }
  });
});
