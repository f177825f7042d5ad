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

const SCALE = 10n ** 18n;

/** A `LegacyDec` as the SDK's JSON writes it: with all 18 digits, such as `0.750000000000000000`. */
export function decToJson(dec: bigint): string {
  const size = dec < 0n ? -dec : dec;
  const fraction = String(size % SCALE).padStart(18, '0');
  return `${dec < 0n ? '-' : ''}${size / SCALE}.${fraction}`;
}
