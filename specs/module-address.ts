import { hash } from 'node:crypto';
import type { Hex } from './value.ts';

const addresses = new Map<string, Hex>();

/** The address of a module's account: the first 20 bytes of sha256 of its name. */
export function moduleAddress(name: string): Hex {
  let address = addresses.get(name);
  if (address === undefined) addresses.set(name, (address = hash('sha256', name, 'hex').slice(0, 40)));
  return address;
}
