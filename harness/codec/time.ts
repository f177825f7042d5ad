import { NO_TIME, SECOND, type Nanos } from '../../specs/value.ts';

/** The largest time of a `google.protobuf.Timestamp`, exclusive: 10000-01-01T00:00:00Z. */
const TIME_END: Nanos = 253_402_300_800n * SECOND;

/** The seconds and nanoseconds of a duration, which have its sign (`google.protobuf.Duration`). */
export function splitDuration(duration: Nanos): readonly [seconds: bigint, nanos: number] {
  return [duration / SECOND, Number(duration % SECOND)];
}

/** The seconds and nanoseconds of a time; nanoseconds count forward (`google.protobuf.Timestamp`). */
export function splitTime(time: Nanos): readonly [seconds: bigint, nanos: number] {
  const nanos = ((time % SECOND) + SECOND) % SECOND;
  return [(time - nanos) / SECOND, Number(nanos)];
}

/** The reverse of both. */
export function joinNanos(seconds: bigint, nanos: number): Nanos {
  return seconds * SECOND + BigInt(nanos);
}

/** A time as RFC 3339 with 0, 3, 6 or 9 digits of a second (protobuf's JSON). Throws outside the years 1 to 9999. */
export function timeToJson(time: Nanos): string {
  if (time < NO_TIME || time >= TIME_END) throw new Error(`time ${time} is not within the years 1 to 9999`);
  const [seconds, nanos] = splitTime(time);
  const date = new Date(Number(seconds) * 1000).toISOString();
  // Years before 1000 come out of toISOString with four digits too.
  return `${date.slice(0, -'.000Z'.length)}${fraction(nanos)}Z`;
}

/** A duration in seconds with 0, 3, 6 or 9 digits after the point, such as `172800s` (protobuf's JSON). */
export function durationToJson(duration: Nanos): string {
  const [seconds, nanos] = splitDuration(duration < 0n ? -duration : duration);
  return `${duration < 0n ? '-' : ''}${seconds}${fraction(nanos)}s`;
}

function fraction(nanos: number): string {
  const digits = String(nanos)
    .padStart(9, '0')
    .replace(/(000){1,3}$/, '');
  return digits === '' ? '' : `.${digits}`;
}
