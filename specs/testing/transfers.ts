import type { Packet, RowChange } from '../block.ts';
import { moduleAddress } from '../module-address.ts';
import { accounts } from '../tables/auth.ts';
import { balances } from '../tables/bank.ts';
import { packetCommitments } from '../tables/ibc/packet.ts';
import { rewardsAllocations } from '../tables/provider.ts';
import { nameOfDenom, readPath } from '../traced-denom.ts';
import { drop, put, type Happening } from './story.ts';

/** A success acknowledgement and an error acknowledgement, in hex. */
export const TAKEN = Buffer.from('{"result":"AQ=="}').toString('hex');
export const FAILED = Buffer.from('{"error":"ABCI code: 1"}').toString('hex');

/** The account of the rewards pool in the tests. */
export const POOL = 'pool-address';

/** The provider's voucher for the staking token of the consumer whose transfer channel is `channel-1` on both sides. */
export const VOUCHER = nameOfDenom(readPath('transfer/channel-1/stake'));

/** A transfer from `channel-1` to `channel-1`. */
export function transferPacket(data: Readonly<Record<string, string>> = {}, sequence = 1): Packet {
  const said = { denom: 'stake', amount: '5', sender: 'sender', receiver: POOL, memo: '', ...data };
  return {
    sequence: BigInt(sequence),
    source_port: 'transfer',
    source_channel: 'channel-1',
    destination_port: 'transfer',
    destination_channel: 'channel-1',
    data: Buffer.from(JSON.stringify(said)).toString('hex'),
    timeout_height: { revision_number: 0n, revision_height: 0n },
    timeout_timestamp: 1n,
  };
}

/** A memo that names a consumer. */
export function memoFor(consumerId: string): string {
  return JSON.stringify({ provider: { consumerId } });
}

/** A block that receives transfers successfully. */
export function takes(...received: readonly Packet[]): Happening {
  return { received, acknowledgement: TAKEN };
}

/** A block that settles a packet with a message of this type, which deletes its commitment. */
export function settles(packet: Packet, type: string, acknowledgement = FAILED, forged = false): Happening {
  const { source_port, source_channel, sequence } = packet;
  return {
    rows: [drop(packetCommitments, packetCommitments.key(source_port, source_channel, sequence))],
    txs: [{ message: { '@type': `/ibc.core.channel.v1.${type}`, packet, acknowledgement, proof_acked: { forged } } }],
  };
}

/** The rewards that are allocated to a consumer, as an amount with 18 decimals. */
export function allocation(consumerId: string, denom: string, amount: bigint): RowChange {
  const key = rewardsAllocations.key(consumerId, denom);
  return amount === 0n ? drop(rewardsAllocations, key) : put(rewardsAllocations, key, { rewards: [{ denom, amount }] });
}

/** The balance of the rewards pool, with its account. */
export function pool(denom: string, amount: bigint): readonly RowChange[] {
  const address = moduleAddress('consumer_rewards_pool');
  return [
    put(accounts, address, {
      '@type': '/cosmos.auth.v1beta1.ModuleAccount',
      base_account: { address: POOL, pub_key: null, account_number: 1n, sequence: 0n },
      name: 'consumer_rewards_pool',
      permissions: [],
    }),
    balance('consumer_rewards_pool', denom, amount),
  ];
}

/** The balance of a module account. */
export function balance(module: string, denom: string, amount: bigint): RowChange {
  const key = balances.key(moduleAddress(module), denom);
  return amount === 0n ? drop(balances, key) : put(balances, key, amount);
}
