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
 * One kind of action. An action always applies: what the protocol refuses is sent all the same and predicted to be
 * refused, and what has no chain to happen on does nothing.
 */
export interface ActionKind<Action extends { readonly kind: string }> {
  readonly kind: Action['kind'];
  /** The name of its generated type, for example `DelegateAction`. */
  readonly title: string;
  /** A sentence for the schema and for `--help`, with the message or the section that it stands for. */
  readonly describes: string;
  /** The types of the messages that it can send, but for those of the contents that it names. */
  readonly sends: readonly string[];
  /** The schema of each field but `kind`; those named in `optional` may be left out. */
  readonly fields: Readonly<Record<string, SchemaPart>>;
  readonly optional?: readonly string[];
  /** How often to draw it now, in relation to the others; 0 never. It steers by what the model says. */
  weight(world: World): number;
  /** Draws one that suits the world; refusals must stay common enough. */
  draw(world: World): Arbitrary<Action>;
  /** Queues transactions and yields orders; the world is up to date after each yield. */
  plan(world: World, action: Action): Iterable<Order>;
}

/** A transaction of an account with the sequence that the chain expects and no fee. */
export function txOf(signer: string, ...messages: Message[]): Tx {
  const { address, publicKey } = accountKey(signer);
  return { signer: address, publicKey: publicKey.toString('hex'), sequence: null, fee: [], messages };
}

/** The plan of an action that makes no block itself: its transaction waits for the next one of the chain. */
export function queued(world: World, chain: ChainName, tx: Tx): readonly Order[] {
  world.queue(chain, tx);
  return [];
}

/** Coins as a trace writes them. */
export interface WrittenCoin {
  readonly denom: string;
  readonly amount: string;
}

/** Coins of a trace as messages and fees have them. */
export function coinsOf(coins: readonly WrittenCoin[]): Coin[] {
  return coins.map(({ denom, amount }) => ({ denom, amount: BigInt(amount) }));
}

/** The transaction with a fee, which its signer pays. */
export function paying(tx: Tx, fee: readonly WrittenCoin[] = []): Tx {
  return { ...tx, fee: coinsOf(fee) };
}
