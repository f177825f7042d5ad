import type { Hex } from './value.ts';

declare const KIND: unique symbol;
declare const SIDE: unique symbol;
declare const PARTS: unique symbol;
declare const PATH: unique symbol;

/**
 * A text or number of one kind. A value of unknown kind is accepted, a value of another kind is not:
 * a consumer id in the place of an address does not compile.
 */
type Of<Kind extends string, Plain> = Plain & { readonly [KIND]?: Kind };

/** A kind that plays two roles in one key. */
type On<Side extends string, Plain> = Plain & { readonly [SIDE]?: Side };

/** The id of a consumer: a decimal number (ADR-019). */
export type ConsumerId = Of<'consumer', string>;

/** The address of a consensus key, 20 bytes. */
export type ConsensusAddress = Of<'consensus', Hex>;

/** The consensus address that a validator has on the provider (ADR-001). */
export type ProviderAddress = On<'provider', ConsensusAddress>;

/** The consensus address that a validator has on a consumer (ADR-001). */
export type ConsumerAddress = On<'consumer', ConsensusAddress>;

/** The address of an account. */
export type AccountAddress = Of<'account', Hex>;

/** The address of an operator: the same bytes as the address of the operator's account. */
export type Operator = Of<'operator', Hex>;

/** The operator of the validator that a redelegation leaves. */
export type SourceOperator = On<'source', Operator>;

/** The operator of the validator that a redelegation goes to. */
export type DestinationOperator = On<'destination', Operator>;

/** The name of a denomination. */
export type Denom = Of<'denom', string>;

/** Identifiers of ICS-24. */
export type ClientId = Of<'client', string>;
export type ConnectionId = Of<'connection', string>;
export type PortId = Of<'port', string>;
export type ChannelId = Of<'channel', string>;

/** The number of a governance proposal. */
export type ProposalId = Of<'proposal', bigint>;

/** The height of a block in a key. */
export type BlockHeight = Of<'height', bigint>;

/** A period of the distribution module. */
export type Period = Of<'period', bigint>;

/** A hash that is the key of the hashed value. */
export type Hash = Of<'hash', Hex>;

/** A part of a key. */
export type Part = string | bigint;

/**
 * A key that only its table can create (`Table.key`): of several parts, of a number, or of a path.
 * Tables with the same parts have the same keys, unless their paths differ.
 */
export type Key<Parts extends readonly Part[], Path extends string = ''> = string & {
  readonly [PARTS]: Parts;
  readonly [PATH]: Path;
};

/** The key of the only row of a table: the empty text. */
export type Singleton = '' & { readonly [PARTS]: readonly [] };

/** The key of a table that has a single row. */
export const SINGLETON: Singleton = '' as Singleton;

/** The key type of a table whose keys have these parts: a single text is its own key. */
export type KeyOf<Parts extends readonly Part[]> = Parts extends readonly []
  ? Singleton
  : Parts extends readonly [infer Text extends string]
    ? Text
    : Key<Parts>;

/** The parts of a key. */
export type PartsOf<K extends string> = typeof PARTS extends keyof K
  ? Extract<K[typeof PARTS], readonly Part[]>
  : typeof KIND extends keyof K
    ? readonly [K]
    : readonly Part[];

/** Some of the first parts of a key. */
export type FirstParts<Parts extends readonly Part[]> = number extends Parts['length']
  ? readonly Part[]
  : Parts extends readonly [infer First, ...infer Rest extends readonly Part[]]
    ? readonly [] | readonly [First, ...FirstParts<Rest>]
    : readonly [];
