import { SECOND, type Nanos } from '../../specs/value.ts';

/** Seconds from the first instant of the year 1, which Go counts from, to 1970. */
const TO_1970 = 62_135_596_800n;

/** Reads a UTC time as Go's `time.Time.MarshalBinary` writes it. Throws if the bytes are none. */
export function readGoTime(bytes: Buffer): Nanos {
  const isUtc = bytes.length === 15 && bytes.readUInt8() === 1 && bytes.readInt16BE(13) === -1;
  if (!isUtc) throw new Error(`${bytes.toString('hex')} is not a UTC time as Go writes it`);
  return (bytes.readBigInt64BE(1) - TO_1970) * SECOND + BigInt(bytes.readUInt32BE(9));
}
