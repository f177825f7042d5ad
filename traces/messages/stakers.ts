import * as fc from 'fast-check';
import type { ChainName, Tx } from '../../specs/block.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, type SchemaPart } from '../actions/action.ts';
import { chainName } from '../format/fields.ts';
import { accountKey, prefixOf } from '../setup/keys.ts';
import type { Order } from '../world/order.ts';
import type { World } from '../world/world.ts';

/** The probability, in percent, that stakers of a consumer act instead of the provider's, if it has any. */
const ELSEWHERE = 30;

/** The field of an action that names the chain whose stakers or governance act. */
export const stakersChain: SchemaPart = {
  ...chainName,
  description:
    'The chain whose stakers act, by default the provider. The action does nothing on a consumer without democracy.',
};

/** The addresses of the stakers of a chain, and how they send transactions. */
export interface Stakers {
  /** The bech32 prefix of their addresses. */
  readonly prefix: string;
  /** The address of an account. */
  readonly account: (name: string) => string;
  /** The address of a validator, by the name of its operator. */
  readonly operator: (name: string) => string;
  /** Queues a transaction for the next block. */
  readonly send: (tx: Tx) => readonly Order[];
}

/** The stakers of the provider or of a consumer with democracy. On any other chain `send` does nothing. */
export function stakersOn(world: World, chain: ChainName = 'provider'): Stakers {
  const prefix = prefixOf(chain);
  return {
    prefix,
    account: (name) => bech32(prefix, accountKey(name).address),
    operator: (name) => bech32(`${prefix}valoper`, accountKey(name).address),
    send: (tx) => (chain === 'provider' || isDemocratic(world) ? queued(world, chain, tx) : []),
  };
}

/** Moves an action that is drawn for the provider to a consumer with democracy, sometimes. */
export function onSomeChain<Action>(world: World, drawn: fc.Arbitrary<Action>): fc.Arbitrary<Action> {
  const consumers = [...world.chains.keys()].filter((name) => name !== 'provider');
  if (!isDemocratic(world) || consumers.length === 0) return drawn;
  const elsewhere = fc.tuple(drawn, fc.constantFrom(...consumers)).map(([action, chain]) => ({ ...action, chain }));
  return fc.oneof({ weight: 100 - ELSEWHERE, arbitrary: drawn }, { weight: ELSEWHERE, arbitrary: elsewhere });
}

/** Whether consumers have democracy: their own staking and governance. */
export function isDemocratic(world: World): boolean {
  return world.model.features.consumer.has('democracy');
}
