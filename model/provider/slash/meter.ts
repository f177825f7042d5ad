import { SINGLETON } from '../../../specs/key.ts';
import { slashMeter, slashMeterReplenishTime } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { mulInt, roundInt } from '../../sdk/decimal.ts';
import { decimal } from '../../sdk/decimal-text.ts';
import { paramsOf } from '../params.ts';
import { lastTotalPowerOf } from '../../sdk/staking/last-set.ts';

/** How much power the meter can hold: a fraction of all power, at least 1 (ADR-002). */
function allowance(context: Context): bigint {
  const { slash_meter_replenish_fraction } = paramsOf(context);
  const rounded = roundInt(mulInt(decimal(slash_meter_replenish_fraction), lastTotalPowerOf(context)));
  return rounded === 0n ? 1n : rounded;
}

/** What the slash meter holds; negative when more was jailed than it held. */
export function meterOf({ draft }: Context): bigint {
  return draft.get(slashMeter, SINGLETON) ?? 0n;
}

/** Fills the meter at genesis. */
export function initMeter(context: Context): void {
  context.draft.set(slashMeter, SINGLETON, allowance(context));
  putOff(context);
}

/**
 * Replenishes the meter when due (ADR-002). While it is full, the next replenishment is rescheduled in each block. The
 * meter never exceeds the allowance of this block.
 */
export function replenishMeter(context: Context): void {
  const { draft, block } = context;
  const most = allowance(context);
  if (block.time >= (draft.get(slashMeterReplenishTime, SINGLETON) ?? 0n)) {
    const meter = meterOf(context) + most;
    draft.set(slashMeter, SINGLETON, meter < most ? meter : most);
    putOff(context);
  }
  if (meterOf(context) >= most) {
    draft.set(slashMeter, SINGLETON, most);
    putOff(context);
  }
}

/** Decreases the meter by the power of a validator before it is jailed. */
export function drawFromMeter(context: Context, power: bigint): void {
  context.draft.set(slashMeter, SINGLETON, meterOf(context) - power);
}

function putOff(context: Context): void {
  const { draft, block } = context;
  draft.set(slashMeterReplenishTime, SINGLETON, block.time + paramsOf(context).slash_meter_replenish_period);
}
