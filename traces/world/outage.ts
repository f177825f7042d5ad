import type { Hex } from '../../specs/value.ts';
import { totalPower, type ValidatorSet } from '../../model/consensus/validator-set.ts';
import type { NodeFault } from './order.ts';

/** What keeps a node from voting. */
export interface Outage {
  readonly paused: boolean;
  readonly killed: boolean;
  readonly cut: boolean;
}

/** The nodes of a chain that faults have befallen, by the address of their key. */
export type Outages = ReadonlyMap<Hex, Outage>;

const WELL: Outage = { paused: false, killed: false, cut: false };

/** What a fault makes of a node. A program that is killed is not paused any more, and only a killed one is revived. */
export function afterFault(outage: Outage = WELL, fault: NodeFault): Outage {
  switch (fault) {
    case 'pause':
      return outage.killed ? outage : { ...outage, paused: true };
    case 'resume':
      return { ...outage, paused: false };
    case 'kill':
      return { ...outage, killed: true, paused: false };
    case 'revive':
      return { ...outage, killed: false };
    case 'cut':
      return { ...outage, cut: true };
    case 'heal':
      return { ...outage, cut: false };
    case 'twin':
      return outage;
  }
}

/** The addresses of those whose node cannot vote. */
export function awayIn(outages: Outages): ReadonlySet<Hex> {
  return new Set([...outages].filter(([, { paused, killed, cut }]) => paused || killed || cut).map(([node]) => node));
}

/** Whether so much of the power of a set is away that it decides no block: more than two thirds must vote (CometBFT). */
export function isHaltedWithout(away: ReadonlySet<Hex>, set: ValidatorSet): boolean {
  if (away.size === 0) return false;
  const there = set.filter(({ address }) => !away.has(address));
  return 3n * totalPower(there) <= 2n * totalPower(set);
}
