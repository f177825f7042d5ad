import type { Hex } from '../../specs/value.ts';
import { totalPower, type ValidatorSet } from '../../model/consensus/validator-set.ts';
import type { NodeFault } from './order.ts';

/** The faults that keep a node from voting. */
export interface Outage {
  readonly paused: boolean;
  readonly killed: boolean;
  readonly cut: boolean;
}

/** The nodes of a chain with faults, by the address of their key. */
export type Outages = ReadonlyMap<Hex, Outage>;

const WELL: Outage = { paused: false, killed: false, cut: false };

/** The outage of a node after a fault. A killed program is no longer paused. Only a killed program can be revived. */
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

/** The addresses of the nodes that cannot vote. */
export function awayIn(outages: Outages): ReadonlySet<Hex> {
  return new Set([...outages].filter(([, { paused, killed, cut }]) => paused || killed || cut).map(([node]) => node));
}

/** Whether a set cannot commit a block without these nodes: more than two thirds of the power must vote (CometBFT). */
export function isHaltedWithout(away: ReadonlySet<Hex>, set: ValidatorSet): boolean {
  if (away.size === 0) return false;
  const there = set.filter(({ address }) => !away.has(address));
  return 3n * totalPower(there) <= 2n * totalPower(set);
}
