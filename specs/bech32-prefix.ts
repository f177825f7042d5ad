import type { ChainKind } from './chain-kind.ts';

/** What addresses on each kind of chain begin with. */
export const BECH32_PREFIX = {
  provider: 'cosmos',
  consumer: 'consumer',
  sovereign: 'consumer',
} as const satisfies Readonly<Record<ChainKind, string>>;
