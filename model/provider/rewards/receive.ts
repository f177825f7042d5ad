import type { Packet } from '../../../specs/block.ts';
import { readRewardMemo } from '../../../specs/reward-memo.ts';
import { channelEnds } from '../../../specs/tables/ibc/channel.ts';
import { connections } from '../../../specs/tables/ibc/connection.ts';
import {
  clientToConsumer,
  consumerChainIds,
  consumerToChannel,
  rewardsAllocations,
} from '../../../specs/tables/provider.ts';
import { arrivingDenom, nameOfDenom } from '../../../specs/traced-denom.ts';
import { readTransfer } from '../../../specs/transfer-packet.ts';
import { ONE } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context, IbcApp } from '../../context.ts';
import { channelKey } from '../../ibc/path.ts';
import { transferApp } from '../../ibc/transfer/module.ts';
import { moduleAccount } from '../../sdk/auth/accounts.ts';
import { REWARDS_POOL } from './pool.ts';

/**
 * The transfer application of a provider: it allocates tokens that arrive in the reward pool to their consumer
 * (ICS-028 §Reward Distribution; ADR-015).
 */
export const rewardsApp: IbcApp = {
  ...transferApp,
  onRecvPacket(context, packet, relayer) {
    const answer = transferApp.onRecvPacket(context, packet, relayer);
    if (answer.success) takeRewards(context, packet);
    return answer;
  },
};

function takeRewards(context: Context, packet: Packet): void {
  const data = readTransfer(packet.data);
  // The account of the pool is made with the first transfer, whoever receives it.
  const pool = moduleAccount(context, REWARDS_POOL);
  if (data === undefined || addressOf(context.bech32Prefix, data.receiver) !== pool) return;
  const consumerId = readRewardMemo(data.memo)?.consumerId ?? consumerBehind(context, packet);
  if (consumerId === undefined || !context.draft.has(consumerChainIds, consumerId)) return;
  const denom = nameOfDenom(arrivingDenom(packet, data.denom).denom);
  addAllocation(context, consumerId, denom, data.amount);
}

/** The consumer to whose client the channel of a packet belongs, if its CCV channel is open. */
function consumerBehind({ draft }: Context, { destination_port, destination_channel }: Packet): string | undefined {
  const hops = draft.get(channelEnds, channelKey(destination_port, destination_channel))?.connection_hops ?? [];
  const client = draft.get(connections, hops[0] ?? '')?.client_id ?? '';
  const consumerId = draft.get(clientToConsumer, client);
  return consumerId !== undefined && draft.has(consumerToChannel, consumerId) ? consumerId : undefined;
}

function addAllocation({ draft }: Context, consumerId: string, denom: string, amount: bigint): void {
  const key = rewardsAllocations.key(consumerId, denom);
  const [present] = draft.get(rewardsAllocations, key)?.rewards ?? [];
  draft.set(rewardsAllocations, key, { rewards: [{ denom, amount: (present?.amount ?? 0n) + amount * ONE }] });
}
