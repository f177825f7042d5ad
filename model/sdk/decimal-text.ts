import type { Dec } from '../../specs/value.ts';

const PLACES = 18;

/** Reads a decimal as the SDK does (`LegacyNewDecFromStr`): at most 18 places; `undefined` if it is none. */
export function parseDecimal(text: string): Dec | undefined {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,18}))?$/u.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const value = BigInt(whole + fraction.padEnd(PLACES, '0'));
  return sign === '-' ? -value : value;
}

/** Reads a decimal that the boundary has checked. Throws if it is none. */
export function decimal(text: string): Dec {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`'${text}' is no decimal`);
  return value;
}

/** Writes a decimal with no more places than it needs: `0.66`, `1`. */
export function decimalText(value: Dec): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/u, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${fraction === '' ? '' : `.${fraction}`}`;
}
