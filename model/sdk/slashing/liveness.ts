import { SINGLETON } from '../../../specs/key.ts';
import type { Vote } from '../../../specs/block.ts';
import { slashingParams, type SlashingParamsRow } from '../../../specs/tables/slashing.ts';
import type { Dec, Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { Halt } from '../../halt.ts';
import { mulInt, roundInt } from '../decimal.ts';
import { forgetMissed, hasMissed, setMissed } from './missed-blocks.ts';
import { changeSigningInfo, signingInfoOf } from './signing-info.ts';

/** A validator was down for too long. */
export interface Downtime {
  readonly consensusAddress: Hex;
  /** The height whose set signed the block: two before the one that counts the vote. */
  readonly height: bigint;
  readonly power: bigint;
  readonly fraction: Dec;
}

/** What the slashing module needs from the staking module of a provider, or the CCV module of a consumer. */
export interface SlashingStaking {
  /** Whether votes of a validator do not count because it is in jail. */
  isJailed(context: Context, consensusAddress: Hex): boolean;
  /** Slashes and jails a validator that was down for too long; a consumer asks its provider to do so. */
  punishDowntime(context: Context, downtime: Downtime): void;
}

/** The parameters of the slashing module. Throws before the genesis has set them. */
export function slashingParamsOf({ draft }: Context): SlashingParamsRow {
  const params = draft.get(slashingParams, SINGLETON);
  if (params === undefined) throw new Error('the slashing module has no parameters yet');
  return params;
}

/**
 * Counts one vote on the previous block (SDK, `HandleValidatorSignature`). A validator that missed too many blocks of a
 * full signing window is punished, and its counter is reset.
 */
export function countVote(context: Context, staking: SlashingStaking, vote: Vote): void {
  const { address, power, signed } = vote;
  if (staking.isJailed(context, address)) return;
  const info = signingInfoOf(context, address);
  if (info === undefined) throw new Halt('slashing/signing-info-missing', `${address} votes without signing info`);
  const params = slashingParamsOf(context);
  const window = params.signed_blocks_window;
  const index = info.index_offset % window;
  const before = hasMissed(context, address, index);
  if (before === signed) setMissed(context, address, index, !signed);
  const missed = info.missed_blocks_counter + BigInt(!signed) - BigInt(before);
  const { height } = context.block;
  const most = window - roundInt(mulInt(params.min_signed_per_window, window));
  if (height <= info.start_height + window || missed <= most) {
    changeSigningInfo(context, address, { index_offset: info.index_offset + 1n, missed_blocks_counter: missed });
    return;
  }
  const fraction = params.slash_fraction_downtime;
  staking.punishDowntime(context, { consensusAddress: address, height: height - 2n, power, fraction });
  forgetMissed(context, address);
  const jailedUntil = context.block.time + params.downtime_jail_duration;
  changeSigningInfo(context, address, { index_offset: 0n, missed_blocks_counter: 0n, jailed_until: jailedUntil });
}
