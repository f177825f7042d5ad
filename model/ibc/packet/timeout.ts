import type { HeightRow } from '../../../specs/tables/ibc/height.ts';
import type { Nanos } from '../../../specs/value.ts';
import { compareHeights, isZeroHeight } from '../height.ts';

/** Until when a packet can be received. */
export interface PacketTimeout {
  readonly timeout_height: HeightRow;
  /** Nanoseconds since 1970. */
  readonly timeout_timestamp: Nanos;
}

/** Whether a chain at this height and time is past the timeout of a packet (ICS-04); zero means no limit. */
export function hasTimedOut(
  { timeout_height, timeout_timestamp }: PacketTimeout,
  height: HeightRow,
  time: Nanos,
): boolean {
  const byHeight = !isZeroHeight(timeout_height) && compareHeights(height, timeout_height) >= 0;
  return byHeight || (timeout_timestamp !== 0n && time >= timeout_timestamp);
}
