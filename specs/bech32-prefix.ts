/** What addresses on each kind of chain begin with. */
export const BECH32_PREFIX = { provider: 'cosmos', consumer: 'consumer' } as const;
