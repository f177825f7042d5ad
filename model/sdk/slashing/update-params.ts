import { SINGLETON } from '../../../specs/key.ts';
import { slashingParams, type SlashingParamsRow } from '../../../specs/tables/slashing.ts';
import { ONE, type Dec } from '../../../specs/value.ts';
import type { Context, MessageOf } from '../../context.ts';
import { requireAuthority } from '../authority.ts';
import { ensure } from '../errors.ts';

/** `cosmos.slashing.v1beta1.MsgUpdateParams`. */
export type MsgUpdateSlashingParams = MessageOf<{ readonly authority: string; readonly params: SlashingParamsRow }>;

/** Handles `MsgUpdateParams` of the slashing module. */
export function updateSlashingParams(context: Context, { authority, params }: MsgUpdateSlashingParams): void {
  requireAuthority(context, authority);
  const fractions = [params.min_signed_per_window, params.slash_fraction_double_sign, params.slash_fraction_downtime];
  const isValid = params.signed_blocks_window > 0n && params.downtime_jail_duration > 0n && fractions.every(isFraction);
  ensure(isValid, 'unregistered', 'the parameters of the slashing module are not valid');
  context.draft.set(slashingParams, SINGLETON, params);
}

function isFraction(value: Dec): boolean {
  return value >= 0n && value <= ONE;
}
