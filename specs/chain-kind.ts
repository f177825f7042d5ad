/** The two kinds of chain of Interchain Security (ICS-028), and one that lives on its own until it becomes a consumer (ADR-010). */
export type ChainKind = 'provider' | 'consumer' | 'sovereign';
