import { SINGLETON } from '../../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import type { Packet } from '../../../specs/block.ts';
import { moduleAddress } from '../../../specs/module-address.ts';
import { accounts } from '../../../specs/tables/auth.ts';
import { feePool } from '../../../specs/tables/distribution.ts';
import { channelEnds } from '../../../specs/tables/ibc/channel.ts';
import { connections } from '../../../specs/tables/ibc/connection.ts';
import {
  allowlistedRewardDenoms,
  clientToConsumer,
  consumerChainIds,
  consumerClients,
  consumerCommissionRates,
  consumerRewardDenoms,
  consumerToChannel,
  consumerValidators,
  rewardsAllocations,
} from '../../../specs/tables/provider.ts';
import { nameOfDenom, readPath } from '../../../specs/traced-denom.ts';
import { ONE } from '../../../specs/value.ts';
import { bech32 } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { writeTransfer } from '../../ibc/transfer/packet-data.ts';
import { moduleAccount } from '../../sdk/auth/accounts.ts';
import { balanceOf } from '../../sdk/bank/balances.ts';
import { mint, sendBetweenModules } from '../../sdk/bank/send.ts';
import { commissionOf, outstandingOf } from '../../sdk/distribution/rewards.ts';
import { accountOf, addressOf, startProvider } from '../testing.ts';
import { payRewards } from './pay.ts';
import { rewardsApp } from './receive.ts';

const VOUCHER = nameOfDenom(readPath('transfer/channel-1/token'));
const POOL = moduleAddress('consumer_rewards_pool');

/** A provider in block 7 with consumer 0, validated by `v0` and `v1` since block 1, and rewards of it in the pool. */
function contextWith(amount: bigint, height = 7n): Context {
  const provider = startProvider([3n, 1n], { blocks_per_epoch: 1n, number_of_epochs_to_start_receiving_rewards: 3n });
  provider.block();
  const context = provider.context();
  const { draft } = context;
  draft.set(consumerChainIds, '0', 'c-1');
  draft.set(consumerClients, '0', '07-tendermint-0');
  draft.set(clientToConsumer, '07-tendermint-0', '0');
  draft.set(consumerToChannel, '0', 'channel-0');
  draft.set(connections, 'connection-0', {
    client_id: '07-tendermint-0',
    versions: [],
    state: 'STATE_OPEN',
    counterparty: { client_id: '', connection_id: '', prefix: { key_prefix: '' } },
    delay_period: 0n,
  });
  draft.set(channelEnds, channelEnds.key('transfer', 'channel-1'), {
    state: 'STATE_OPEN',
    ordering: 'ORDER_UNORDERED',
    counterparty: { port_id: 'transfer', channel_id: 'channel-9' },
    connection_hops: ['connection-0'],
    version: 'ics20-1',
  });
  for (const [name, power] of [
    ['v0', 3n],
    ['v1', 1n],
  ] as const)
    join(context, name, power, 1n);
  if (amount > 0n) {
    mint(context, 'transfer', [{ denom: VOUCHER, amount }]);
    sendBetweenModules(context, 'transfer', 'consumer_rewards_pool', [{ denom: VOUCHER, amount }]);
    draft.set(rewardsAllocations, rewardsAllocations.key('0', VOUCHER), {
      rewards: [{ denom: VOUCHER, amount: amount * ONE }],
    });
  }
  return { ...context, block: { ...context.block, height } };
}

function join({ draft }: Context, name: string, power: bigint, height: bigint): void {
  const address = addressOf(name);
  draft.set(consumerValidators, consumerValidators.key('0', address), {
    provider_cons_addr: address,
    power,
    public_key: { ed25519: '' },
    join_height: height,
  });
}

const allow = ({ draft }: Context) => draft.set(allowlistedRewardDenoms, '0', { denoms: [VOUCHER] });
const waiting = ({ draft }: Context) =>
  draft.get(rewardsAllocations, rewardsAllocations.key('0', VOUCHER))?.rewards[0]?.amount;
const earned = (context: Context, name: string) =>
  outstandingOf(context, accountOf(name)).find(({ denom }) => denom === VOUCHER)?.amount;
const commission = (context: Context, name: string) =>
  commissionOf(context, accountOf(name)).find(({ denom }) => denom === VOUCHER)?.amount;
const community = ({ draft }: Context) =>
  draft.get(feePool, SINGLETON)?.community_pool.find(({ denom }) => denom === VOUCHER)?.amount;

describe('paying rewards', () => {
  test('gives the community pool its tax and each validator its share, and carries the remainder over', () => {
    const context = contextWith(101n);
    allow(context);
    payRewards(context);
    expect([earned(context, 'v0'), earned(context, 'v1')]).toEqual([(3n * 98n * ONE) / 4n, (98n * ONE) / 4n]);
    expect(community(context)).toBe(2n * ONE);
    expect(waiting(context)).toBe(ONE);
    expect(balanceOf(context, POOL, VOUCHER)).toBe(1n);
    payRewards(context);
    expect(waiting(context)).toBe(ONE);
  });

  test('waits until governance or the owner has allowed the denomination', () => {
    const context = contextWith(101n);
    payRewards(context);
    expect(waiting(context)).toBe(101n * ONE);
    context.draft.set(consumerRewardDenoms, VOUCHER, '');
    payRewards(context);
    expect(waiting(context)).toBe(ONE);
  });

  test('deletes an allocation that was paid without a remainder', () => {
    const context = contextWith(100n);
    allow(context);
    payRewards(context);
    expect(waiting(context)).toBeUndefined();
    expect(community(context)).toBe(2n * ONE);
  });

  test('takes the commission that a validator asks of this consumer', () => {
    const context = contextWith(100n);
    allow(context);
    context.draft.set(consumerCommissionRates, consumerCommissionRates.key('0', addressOf('v1')), ONE);
    payRewards(context);
    expect(commission(context, 'v1')).toBe(earned(context, 'v1'));
    expect(commission(context, 'v0')).toBeLessThan(earned(context, 'v0') ?? 0n);
  });

  test('skips validators that joined too recently', () => {
    const context = contextWith(100n);
    allow(context);
    join(context, 'v1', 1n, 5n);
    payRewards(context);
    expect([earned(context, 'v0'), earned(context, 'v1')]).toEqual([98n * ONE, undefined]);
  });

  test('gives the community pool everything when all joined too recently', () => {
    const context = contextWith(100n, 3n);
    allow(context);
    payRewards(context);
    expect(community(context)).toBe(100n * ONE);
    expect(earned(context, 'v0')).toBeUndefined();
  });

  test('pays nothing while one of them is no validator any more', () => {
    const context = contextWith(100n);
    allow(context);
    join(context, 'gone', 1n, 1n);
    payRewards(context);
    expect(waiting(context)).toBe(100n * ONE);
    expect(community(context)).toBeUndefined();
  });

  test('pays nothing for a consumer that was deleted', () => {
    const context = contextWith(100n);
    allow(context);
    context.draft.delete(consumerClients, '0');
    payRewards(context);
    expect(waiting(context)).toBe(100n * ONE);
  });
});

function packetOf(context: Context, memo: string, receiver: string): Packet {
  const data = { denom: 'token', amount: 7n, sender: 's', receiver: bech32('cosmos', receiver), memo };
  return {
    sequence: 1n,
    source_port: 'transfer',
    source_channel: 'channel-9',
    destination_port: 'transfer',
    destination_channel: 'channel-1',
    data: writeTransfer(data, context.features),
    timeout_height: { revision_number: 0n, revision_height: 0n },
    timeout_timestamp: 1n,
  };
}

describe('rewards that arrive', () => {
  test.each([
    ['without a memo', '', 7n],
    ['with a memo that names the consumer', '{"provider":{"consumerId":"0"}}', 7n],
    ['with a memo that names nobody', '{}', undefined],
    ['with a memo that names a consumer that never was', '{"provider":{"consumerId":"9"}}', undefined],
  ])('%s', (_, memo, amount) => {
    const context = contextWith(0n);
    moduleAccount(context, 'consumer_rewards_pool');
    expect(rewardsApp.onRecvPacket(context, packetOf(context, memo, POOL), '').success).toBe(true);
    expect(waiting(context)).toBe(amount === undefined ? undefined : amount * ONE);
  });

  test('are added to the allocation', () => {
    const context = contextWith(5n);
    rewardsApp.onRecvPacket(context, packetOf(context, '', POOL), '');
    expect(waiting(context)).toBe(12n * ONE);
  });

  test('are not allocated without a CCV channel, or for another receiver', () => {
    const context = contextWith(0n);
    moduleAccount(context, 'consumer_rewards_pool');
    rewardsApp.onRecvPacket(context, packetOf(context, '', accountOf('alice')), '');
    context.draft.delete(consumerToChannel, '0');
    rewardsApp.onRecvPacket(context, packetOf(context, '', POOL), '');
    expect(waiting(context)).toBeUndefined();
  });

  test('make the account of the pool, whoever receives them', () => {
    const context = contextWith(0n);
    rewardsApp.onRecvPacket(context, packetOf(context, '', accountOf('alice')), '');
    expect(context.draft.has(accounts, POOL)).toBe(true);
  });
});
