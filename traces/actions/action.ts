import type { Arbitrary } from 'fast-check';
import type { ChainName, Coin, Message, Tx } from '../../specs/block.ts';
import { accountKey } from '../setup/keys.ts';
import type { Order } from '../world/order.ts';
import type { World } from '../world/world.ts';

/** A part of a JSON Schema (2020-12). */
export interface SchemaPart {
  readonly [keyword: string]: unknown;
}

/**
 * One kind of action. An action always applies: a message that the protocol rejects is sent, and the model predicts the
 * rejection. An action on a chain that does not run does nothing.
 */
export interface ActionKind<Action extends { readonly kind: string }> {
  readonly kind: Action['kind'];
  /** The name of its generated type, for example `DelegateAction`. */
  readonly title: string;
  /** A sentence for the schema and for `--help` that names the message or the section of the specification. */
  readonly describes: string;
  /** The types of the messages that it can send, without those of the contents of a proposal. */
  readonly sends: readonly string[];
  /** The schema of each field except `kind`. Fields named in `optional` may be left out. */
  readonly fields: Readonly<Record<string, SchemaPart>>;
  readonly optional?: readonly string[];
  /** How often to draw it now, relative to the other kinds; 0 is never. Depends on the state of the model. */
  weight(world: World): number;
  /** Draws an action that suits the world. Some must still be rejected. */
  draw(world: World): Arbitrary<Action>;
  /**
   * Queues transactions and yields orders. The world is up to date after each yield. A plan that does nothing may return
   * the reason in words.
   */
  plan(world: World, action: Action): Iterable<Order, string | void>;
}

/** A transaction of an account, with the sequence that the chain expects and without a fee. */
export function txOf(signer: string, ...messages: Message[]): Tx {
  const { address, publicKey } = accountKey(signer);
  return { signer: address, publicKey: publicKey.toString('hex'), sequence: null, fee: [], messages };
}

/** The plan of an action that makes no block: its transaction waits for the next block of the chain. */
export function queued(world: World, chain: ChainName, tx: Tx): readonly Order[] {
  world.queue(chain, tx);
  return [];
}

/** A coin as a trace writes it. */
export interface WrittenCoin {
  readonly denom: string;
  readonly amount: string;
}

/** Converts coins of a trace to coins of a message or fee. */
export function coinsOf(coins: readonly WrittenCoin[]): Coin[] {
  return coins.map(({ denom, amount }) => ({ denom, amount: BigInt(amount) }));
}

/** The transaction with a fee that its signer pays. */
export function paying(tx: Tx, fee: readonly WrittenCoin[] = []): Tx {
  return { ...tx, fee: coinsOf(fee) };
}
