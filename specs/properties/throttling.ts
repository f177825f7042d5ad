import { SINGLETON } from '../key.ts';
import type { BlockEvent } from '../event.ts';
import { slashesReceived } from '../history/slash-packets.ts';
import { ValidatorsBefore } from '../history/validators-before.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { providerParams, slashMeter } from '../tables/provider.ts';
import { lastTotalPower, validators } from '../tables/staking/validator.ts';
import { ONE, type Nanos } from '../value.ts';

/** What throttling guarantees (ADR-002). */
export const throttling: ExecutableProperty = {
  name: 'throttling',
  statement:
    'Within one replenishment period of the slash meter, consumers together jail at most the power of two allowances ' +
    'plus the last validator. A slash packet is bounced only while the meter is negative.',
  kind: 'safety',
  group: 'slashing',
  source: 'ADR-002',
  touches: { provider: ['provider/slash-meter', 'provider/slash-meter-replenish-time', 'written-acks/provider'] },
  status: 'executable',
  monitor,
};

/** The power that consumers jailed in one block, and the allowance at that time. */
interface Moment {
  readonly time: Nanos;
  readonly allowance: bigint;
  readonly jailed: readonly bigint[];
}

function monitor(): PropertyMonitor {
  const before = new ValidatorsBefore();
  let moments: Moment[] = [];
  let total = 0n;
  let fraction = '0';
  let shortest: Nanos | undefined;
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') {
        before.observe(event);
        return undefined;
      }
      const params = event.view.row(providerParams, SINGLETON);
      // Parameters that governance changes at the end of a block apply from the next block on.
      const allowance = share(fraction === '0' ? (params?.slash_meter_replenish_fraction ?? '0') : fraction, total);
      fraction = params?.slash_meter_replenish_fraction ?? fraction;
      const period = params?.slash_meter_replenish_period ?? 0n;
      if (shortest === undefined || period < shortest) shortest = period;
      const { time } = event.block;
      const jailed = jailedByConsumers(event, before);
      const isUnfounded = bouncedWithout(event);
      moments = moments.filter((moment) => moment.time > time - (shortest ?? 0n));
      moments.push({ time, allowance, jailed });
      // A block starts with the total power after the previous block.
      total = event.view.row(lastTotalPower, SINGLETON)?.int ?? total;
      before.observe(event);
      if (isUnfounded) return violation(event, 'it bounced a slash packet; however its slash meter was not negative');
      const all = moments.flatMap((moment) => moment.jailed);
      const last = jailed.at(-1);
      if (last === undefined) return undefined;
      const sum = all.reduce((power, one) => power + one, 0n);
      const most = moments.reduce((greatest, one) => (one.allowance > greatest ? one.allowance : greatest), 0n);
      if (sum - last <= 2n * most) return undefined;
      return violation(event, `consumers jailed power ${sum} within a period; however the allowance is only ${most}`);
    },
  };
}

function jailedByConsumers(event: BlockEvent, before: ValidatorsBefore): bigint[] {
  const operators = new Set(
    slashesReceived(event).flatMap(({ result, operator }) => (result === 'handled' ? (operator ?? []) : [])),
  );
  return [...operators].flatMap((operator) => {
    const isNew = before.validator(operator)?.jailed === false && event.view.row(validators, operator)?.jailed === true;
    return isNew ? [before.power(operator)] : [];
  });
}

function bouncedWithout(event: BlockEvent): boolean {
  const isBounced = slashesReceived(event).some(({ result }) => result === 'bounced');
  return isBounced && (event.view.row(slashMeter, SINGLETON) ?? 0n) >= 0n;
}

/** A decimal part of the total power, rounded up: never less than the chain computes. */
function share(fraction: string, power: bigint): bigint {
  const [whole = '0', part = ''] = fraction.split('.');
  const scaled = BigInt(whole + part.padEnd(18, '0')) * power;
  const rounded = (scaled + ONE - 1n) / ONE;
  return rounded > 1n ? rounded : 1n;
}
