import type { ChainKind } from '../chain-kind.ts';
import type { IgnoredPrefix } from '../table.ts';
import { capabilityIgnored } from './capability.ts';
import { chainIgnored } from './chain.ts';

/**
 * What the programs of every kind of chain write and Lockstep does not compare. To ignore a prefix, declare it with its
 * reason in a file of this folder and add its list below.
 */
const SHARED = [...capabilityIgnored, ...chainIgnored];

/** All ignored prefixes of one kind of chain. */
export const IGNORED: Readonly<Record<ChainKind, readonly IgnoredPrefix[]>> = {
  provider: SHARED,
  consumer: SHARED,
  sovereign: SHARED,
};
