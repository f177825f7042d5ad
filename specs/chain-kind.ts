/** The two kinds of chain of Interchain Security (ICS-028), and a standalone (sovereign) chain, which can become a consumer (ADR-010). */
export type ChainKind = 'provider' | 'consumer' | 'sovereign';
