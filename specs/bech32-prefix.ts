import type { ChainKind } from './chain-kind.ts';

/** The bech32 prefix of addresses on each kind of chain. */
export const BECH32_PREFIX = {
  provider: 'cosmos',
  consumer: 'consumer',
  sovereign: 'consumer',
} as const satisfies Readonly<Record<ChainKind, string>>;
