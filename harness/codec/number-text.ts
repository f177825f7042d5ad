import { ONE } from '../../specs/value.ts';

const INTEGER = /^-?\d+$/;

/**
 * The integer that `math.Int` and `LegacyDec` (scaled by 10^18) write as decimal text.
 * Go's value that was never set is written as nothing at all, and is zero.
 */
export function parseInteger(text: string): bigint {
  if (text === '') return 0n;
  if (!INTEGER.test(text)) throw new Error(`"${text}" is not an integer`);
  return BigInt(text);
}

/** A `LegacyDec` as the SDK's JSON writes it: with all 18 digits, such as `0.750000000000000000`. */
export function decToJson(dec: bigint): string {
  const size = dec < 0n ? -dec : dec;
  const fraction = String(size % ONE).padStart(18, '0');
  return `${dec < 0n ? '-' : ''}${size / ONE}.${fraction}`;
}

const DEC = /^(-?)(\d+)(?:\.(\d{1,18}))?$/;

/** The reverse of `decToJson`; trailing zeros may be missing. */
export function parseDec(text: string): bigint {
  const [whole, sign, units = '', fraction = ''] = DEC.exec(text) ?? [];
  if (whole === undefined) throw new Error(`"${text}" is not a decimal of up to 18 digits after the point`);
  const value = BigInt(units) * ONE + BigInt(fraction.padEnd(18, '0'));
  return sign === '-' ? -value : value;
}
