import { ONE, type Dec } from '../../specs/value.ts';
import { refuse } from './errors.ts';

const HALF = ONE / 2n;

/** The SDK panics from this value on: more than 256 bits before the point. */
const LIMIT = (1n << 256n) * ONE;

/** An integer as a decimal. */
export function decimalOf(integer: bigint): Dec {
  return inRange(integer * ONE);
}

/** The sum. */
export function add(a: Dec, b: Dec): Dec {
  return inRange(a + b);
}

/** The product, rounded half to even. */
export function mul(a: Dec, b: Dec): Dec {
  return inRange(roundInt(a * b));
}

/** The product without what is beyond the last digit. */
export function mulTruncate(a: Dec, b: Dec): Dec {
  return inRange((a * b) / ONE);
}

/** A decimal times an integer, which is exact. */
export function mulInt(a: Dec, integer: bigint): Dec {
  return inRange(a * integer);
}

/**
 * The quotient. The SDK cuts it after 36 digits and rounds that half to even to 18, so that a quotient
 * just above a half can become one that is a half.
 */
export function quo(a: Dec, b: Dec): Dec {
  return inRange(roundInt(divide(a * ONE * ONE, b)));
}

/** The quotient without what is beyond the last digit. */
export function quoTruncate(a: Dec, b: Dec): Dec {
  return inRange(divide(a * ONE, b));
}

/** The quotient, rounded up where it is not exact (away from zero when negative). */
export function quoRoundUp(a: Dec, b: Dec): Dec {
  const quotient = divide(a * ONE, b);
  const exact = quotient * b === a * ONE;
  return inRange(exact || a < 0n !== b < 0n ? quotient : quotient + 1n);
}

/** A decimal by an integer, without what is beyond the last digit. */
export function quoInt(a: Dec, integer: bigint): Dec {
  return divide(a, integer);
}

/** The nearest integer, half to even. */
export function roundInt(a: Dec): bigint {
  if (a < 0n) return -roundInt(-a);
  const whole = a / ONE;
  const rest = a % ONE;
  if (rest === HALF) return whole + (whole & 1n);
  return rest < HALF ? whole : whole + 1n;
}

/** The integer before the point. */
export function truncateInt(a: Dec): bigint {
  return a / ONE;
}

function divide(a: bigint, b: bigint): bigint {
  if (b === 0n) refuse('panic', 'division by zero');
  return a / b;
}

function inRange(value: Dec): Dec {
  if (value >= LIMIT || value <= -LIMIT) refuse('panic', 'a decimal out of range');
  return value;
}
