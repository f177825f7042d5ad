import type { Nanos } from '../../specs/value.ts';
import { isInCalendar } from '../codec/time-text.ts';

/** The bytes of a time in a key or value (`sdk.FormatTimeBytes`): `2006-01-02T15:04:05.000000000`, in UTC. */
export const SDK_TIME_SIZE = 29;

const SDK_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\.(\d{9})$/u;

/** Reads such a time. Throws if the bytes are none. */
export function readSdkTime(bytes: Buffer): Nanos {
  const text = bytes.toString('latin1');
  const [, seconds = '', nanos = ''] = SDK_TIME.exec(text) ?? [];
  if (!isInCalendar(seconds)) throw new Error(`"${text}" is not a time of the SDK`);
  return BigInt(Date.parse(`${seconds}Z`)) * 1_000_000n + BigInt(nanos);
}
