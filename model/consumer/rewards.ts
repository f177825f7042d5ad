import { SINGLETON } from '../../specs/key.ts';
import type { Coin } from '../../specs/block.ts';
import { lastTransmission } from '../../specs/tables/consumer.ts';
import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import { nameOfDenom, readPath } from '../../specs/traced-denom.ts';
import { ONE } from '../../specs/value.ts';
import { bech32 } from '../bech32.ts';
import type { Context } from '../context.ts';
import { ZERO_HEIGHT } from '../ibc/height.ts';
import { channelKey } from '../ibc/path.ts';
import { checkTransfer, sendTransfer } from '../ibc/transfer/send.ts';
import { goString } from '../ibc/go-json.ts';
import { Refusal } from '../refusal.ts';
import { moduleAddress } from '../sdk/auth/module-accounts.ts';
import { balanceOf, balancesOf } from '../sdk/bank/balances.ts';
import { sendBetweenModules } from '../sdk/bank/send.ts';
import { decimal } from '../sdk/decimal-text.ts';
import { paramsOf } from './params.ts';

/** Splits the fees of the block between the consumer and the provider, and sends the provider its share when due. */
export function distribute(context: Context): void {
  const { draft, block } = context;
  splitFees(context);
  const last = draft.get(lastTransmission, SINGLETON)?.height ?? 0n;
  if (block.height - last < paramsOf(context).blocks_per_distribution_transmission) return;
  sendRewards(context);
  draft.set(lastTransmission, SINGLETON, { height: block.height });
}

/** The consumer keeps a fraction of each denomination (ICS-028, ME [CCV-CCF-EBLOCK-RD]); the remainder goes to the provider. */
function splitFees(context: Context): void {
  const fees = balancesOf(context, moduleAddress('fee_collector'));
  const fraction = decimal(paramsOf(context).consumer_redistribution_fraction);
  const kept = fees.map(({ denom, amount }) => ({ denom, amount: (amount * fraction) / ONE }));
  const left = fees.map(({ denom, amount }, i) => ({ denom, amount: amount - (kept[i]?.amount ?? 0n) }));
  // Without fees nothing moves, but the accounts of the receivers are created.
  sendBetweenModules(context, 'fee_collector', 'cons_redistribute', kept.filter(isSome));
  sendBetweenModules(context, 'fee_collector', 'cons_to_send_to_provider', left.filter(isSome));
}

/**
 * Sends the rewards of all allowed denominations over the channel of the parameters, one packet per denomination. Either
 * all packets are sent or none; the consumer retries with the next transmission.
 */
function sendRewards(context: Context): void {
  const { draft, sentPackets } = context;
  const channel = paramsOf(context).distribution_transmission_channel;
  if (draft.get(channelEnds, channelKey('transfer', channel))?.state !== 'STATE_OPEN') return;
  const sent = sentPackets.length;
  try {
    draft.attempt(() => {
      for (const denom of rewardDenoms(context)) sendReward(context, channel, denom);
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sentPackets.length = sent;
  }
}

function sendReward(context: Context, channel: string, denom: string): void {
  const { bech32Prefix, block, features } = context;
  const { provider_fee_pool_addr_str: receiver, transfer_timeout_period: period, consumer_id: id } = paramsOf(context);
  const sender = moduleAddress('cons_to_send_to_provider');
  const amount = balanceOf(context, sender, denom);
  if (amount === 0n) return;
  const transfer = {
    source_port: 'transfer',
    source_channel: channel,
    token: { denom, amount },
    sender: bech32(bech32Prefix, sender),
    receiver,
    timeout_height: ZERO_HEIGHT,
    timeout_timestamp: block.time + period,
    memo: rewardMemo(id, block.chainId),
  };
  checkTransfer(transfer, features);
  sendTransfer(context, transfer);
}

/** The allowed denominations: those of the consumer, then the vouchers of those of the provider. */
function rewardDenoms(context: Context): string[] {
  const params = paramsOf(context);
  const prefix = `transfer/${params.distribution_transmission_channel}`;
  const theirs = params.provider_reward_denoms.map((denom) => nameOfDenom(readPath(`${prefix}/${denom}`)));
  return [...params.reward_denoms, ...theirs];
}

/** The memo of a reward transfer, which names the consumer. Its whitespace is that of the program. */
function rewardMemo(consumerId: string, chainId: string): string {
  const reward = `{"consumerId":${goString(consumerId)},"chainId":${goString(chainId)},"memo":"ICS rewards"}`;
  return `{\n\t\t\t"provider": ${reward}\n\t\t}`;
}

function isSome({ amount }: Coin): boolean {
  return amount > 0n;
}
