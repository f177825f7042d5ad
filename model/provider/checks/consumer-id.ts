import { ensure } from '../errors.ts';

const UINT64 = 2n ** 64n;

/** Checks a consumer id: a number of 64 bits (ADR-019). */
export function checkConsumerId(text: string): void {
  const isNumber = /^\d+$/u.test(text) && BigInt(text) < UINT64;
  ensure(isNumber, 'invalidConsumerId', `'${text}' is no consumer id`);
}
