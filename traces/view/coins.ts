import { rowsOf } from '../../specs/rows.ts';
import type { ChainName } from '../../specs/block.ts';
import type { Table } from '../../specs/table.ts';
import type { Value } from '../../specs/value.ts';
import { balances } from '../../specs/tables/bank.ts';
import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import { channelKey } from '../../model/ibc/path.ts';
import { knownDenom } from '../../model/ibc/transfer/denom.ts';
import { transferChannel } from '../messages/coin-name.ts';
import { accountKeyAt } from '../setup/keys.ts';
import type { World } from '../world/world.ts';
import { startedConsumers } from './consumers.ts';
import { perBlock } from './per-block.ts';

const PORT = 'transfer';

/** A coin of an account that it can transfer to the counterparty. */
export interface HeldCoin {
  readonly consumer: string;
  readonly from: 'provider' | 'consumer';
  readonly by: string;
  /** The name of the denomination in traces. */
  readonly denom: string;
  readonly balance: bigint;
}

/** The consumers with a transfer channel to the provider that is open on both ends. */
export const transferConsumers = perBlock((world): string[] =>
  startedConsumers(world).filter((consumer) =>
    [
      [consumer, 'provider'],
      ['provider', consumer],
    ].every(([from = '', to = '']) => isOpen(world, from, transferChannel(world, from, to))),
  ),
);

/** The coins of the accounts on these consumers, and on the provider. */
export const heldCoins = perBlock((world): HeldCoin[] =>
  transferConsumers(world).flatMap((consumer) => {
    const here = coinsOn(world, consumer).map((coin): HeldCoin => ({ ...coin, consumer, from: 'consumer' }));
    const there = coinsOn(world, 'provider').map((coin): HeldCoin => ({ ...coin, consumer, from: 'provider' }));
    return [...here, ...there];
  }),
);

function coinsOn(world: World, chain: ChainName): Omit<HeldCoin, 'consumer' | 'from'>[] {
  const state = world.chains.get(chain)?.model.state ?? new Map();
  const coins: Omit<HeldCoin, 'consumer' | 'from'>[] = [];
  for (const [key, balance] of rowsOf(state, balances)) {
    const at = key.indexOf('/');
    const by = accountKeyAt(key.slice(0, at))?.name;
    if (by !== undefined) coins.push({ by, denom: traceName(world, chain, key.slice(at + 1)), balance });
  }
  return coins;
}

/** The name of a denomination in traces. A voucher of an unused channel keeps its denomination. */
function traceName(world: World, chain: ChainName, denom: string): string {
  const model = world.chains.get(chain)?.model;
  if (model === undefined) return denom;
  const rows = {
    get: <Row extends Value, K extends string>(table: Table<Row, K>, key: NoInfer<K>) =>
      rowsOf(model.state, table).get(key),
  };
  const { base = denom, trace = [] } = knownDenom(rows, model.features, denom) ?? {};
  const hops: string[] = [];
  let at = chain;
  for (const { channel_id: channel } of trace) {
    const next = neighbours(world, at).find((other) => transferChannel(world, at, other) === channel);
    if (next === undefined) return denom;
    hops.unshift(next);
    at = next;
  }
  return [base, ...hops].join('@');
}

function neighbours(world: World, chain: ChainName): string[] {
  return chain === 'provider' ? startedConsumers(world) : ['provider'];
}

function isOpen(world: World, chain: ChainName, channel: string): boolean {
  const state = world.chains.get(chain)?.model.state;
  return state !== undefined && rowsOf(state, channelEnds).get(channelKey(PORT, channel))?.state === 'STATE_OPEN';
}
