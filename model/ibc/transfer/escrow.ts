import type { Coin } from '../../../specs/block.ts';
import { totalEscrow } from '../../../specs/tables/transfer.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { sha256 } from '../../consensus/merkle.ts';
import { sendCoins } from '../../sdk/bank/send.ts';

/** Part of the address and not only a version: it must never change. */
const VERSION = 'ics20-1';

/** The account that holds what left over a channel (ICS-20, ADR-028), 20 bytes. */
export function escrowAddress(port: string, channel: string): Hex {
  return sha256(Buffer.from(`${VERSION}\0${port}/${channel}`)).toString('hex', 0, 20);
}

/** Moves a coin that leaves over a channel into escrow. */
export function escrow(context: Context, port: string, channel: string, sender: Hex, coin: Coin): void {
  sendCoins(context, sender, escrowAddress(port, channel), [coin]);
  changeTotal(context, coin.denom, coin.amount);
}

/** Releases a coin from escrow that returned over a channel, or that never arrived. */
export function unescrow(context: Context, port: string, channel: string, receiver: Hex, coin: Coin): void {
  sendCoins(context, escrowAddress(port, channel), receiver, [coin]);
  changeTotal(context, coin.denom, -coin.amount);
}

function changeTotal({ draft }: Context, denom: string, change: bigint): void {
  const int = (draft.get(totalEscrow, denom)?.int ?? 0n) + change;
  if (int === 0n) draft.delete(totalEscrow, denom);
  else draft.set(totalEscrow, denom, { int });
}
