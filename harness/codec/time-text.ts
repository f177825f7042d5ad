import { SECOND, type Nanos } from '../../specs/value.ts';

const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/u;
const DURATION = /^(-?)(\d+)(?:\.(\d{1,9}))?s$/u;

/** The time that RFC 3339 text names, to the nanosecond. */
export function parseTime(text: string): Nanos {
  const [, seconds = '', fraction, zone = ''] = TIME.exec(text) ?? [];
  const milliseconds = Date.parse(`${seconds}${zone}`);
  if (!isInCalendar(seconds) || Number.isNaN(milliseconds))
    throw new Error(`"${text}" is not a time such as 2026-01-01T00:00:00Z`);
  return BigInt(milliseconds) * 1_000_000n + nanosOf(fraction);
}

/** Whether a calendar has such a second, `2026-01-01T00:00:00`: for one of 31 February a `Date` stands at another. */
export function isInCalendar(second: string): boolean {
  const milliseconds = Date.parse(`${second}Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(second);
}

/** The duration that protobuf's JSON names, such as `1728000s`. */
export function parseDuration(text: string): Nanos {
  const [whole, sign, seconds = '', fraction] = DURATION.exec(text) ?? [];
  if (whole === undefined) throw new Error(`"${text}" is not a duration such as 1728000s`);
  const nanos = BigInt(seconds) * SECOND + nanosOf(fraction);
  return sign === '-' ? -nanos : nanos;
}

function nanosOf(fraction = ''): bigint {
  return BigInt(fraction.padEnd(9, '0'));
}
