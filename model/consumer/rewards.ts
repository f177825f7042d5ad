import type { Coin } from '../../specs/block.ts';
import { lastTransmission } from '../../specs/tables/consumer.ts';
import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import type { Context } from '../context.ts';
import { channelKey } from '../ibc/path.ts';
import { moduleAddress } from '../sdk/auth/module-accounts.ts';
import { balanceOf, balancesOf } from '../sdk/bank/balances.ts';
import { sendBetweenModules } from '../sdk/bank/send.ts';
import { ONE } from '../sdk/decimal.ts';
import { decimal } from '../sdk/decimal-text.ts';
import { paramsOf } from './params.ts';

/**
 * Splits the fees of the block between the consumer and the provider, and remembers when rewards were due last
 * (ICS-028, ME [CCV-CCF-EBLOCK-RD]). What is left of a fraction of a token goes to the provider.
 */
export function distribute(context: Context): void {
  const { draft, block } = context;
  const params = paramsOf(context);
  const fees = balancesOf(context, moduleAddress('fee_collector'));
  const fraction = decimal(params.consumer_redistribution_fraction);
  const kept = fees.map(({ denom, amount }) => ({ denom, amount: (amount * fraction) / ONE }));
  const left = fees.map(({ denom, amount }, i) => ({ denom, amount: amount - (kept[i]?.amount ?? 0n) }));
  // Without fees nothing moves, but the accounts of the receivers are made all the same.
  sendBetweenModules(context, 'fee_collector', 'cons_redistribute', kept.filter(isSome));
  sendBetweenModules(context, 'fee_collector', 'cons_to_send_to_provider', left.filter(isSome));

  const last = draft.get(lastTransmission, '')?.height ?? 0n;
  if (block.height - last < params.blocks_per_distribution_transmission) return;
  if (hasRewards(context)) throw new Error('the model does not send rewards to the provider yet');
  draft.set(lastTransmission, '', { height: block.height });
}

function isSome({ amount }: Coin): boolean {
  return amount > 0n;
}

/** Whether anything would be sent now: an open channel, and coins of a denomination that the provider takes. */
function hasRewards(context: Context): boolean {
  const { distribution_transmission_channel: channel, reward_denoms: denoms } = paramsOf(context);
  if (context.draft.get(channelEnds, channelKey('transfer', channel))?.state !== 'STATE_OPEN') return false;
  const sender = moduleAddress('cons_to_send_to_provider');
  return denoms.some((denom) => balanceOf(context, sender, denom) > 0n);
}
