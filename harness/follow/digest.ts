import { createHash } from 'node:crypto';
import type { ChainName } from '../../specs/block.ts';
import type { Hex } from '../../specs/value.ts';

/** Hashes a run: the trace, then every app hash of every chain in the order in which the blocks were made. */
export interface RunDigest {
  add(chain: ChainName, height: bigint, appHash: Hex): void;
  /** 64 hexadecimal digits. */
  hex(): Hex;
}

/** Begins the digest of a run of the trace with this text. */
export function runDigest(trace: string): RunDigest {
  const hash = createHash('sha256').update(trace);
  return {
    add: (chain, height, appHash) => void hash.update(`\n${chain} ${height} ${appHash}`),
    hex: () => hash.copy().digest('hex'),
  };
}

/** The digest of a campaign: over those of its traces, in their order. */
export function campaignDigest(traces: Iterable<Hex>): Hex {
  const hash = createHash('sha256');
  for (const digest of traces) hash.update(`${digest}\n`);
  return hash.digest('hex');
}
