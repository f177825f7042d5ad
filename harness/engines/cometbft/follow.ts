import { setTimeout as pause } from 'node:timers/promises';
import type { ChainName, Tx, TxResult } from '../../../specs/block.ts';
import { SECOND, sameValue } from '../../../specs/value.ts';
import { sha256 } from '../../../model/consensus/merkle.ts';
import { accountKeyAt } from '../../../traces/setup/keys.ts';
import type { BlockOrder } from '../../../traces/world/order.ts';
import type { Chain, World } from '../../../traces/world/world.ts';
import type { BlockFact, Decided } from '../../facts/block-fact.ts';
import { resolveClaims } from '../../ibc/resolve-claims.ts';
import { signTx } from '../lockstep/transaction.ts';
import type { Followed, NodeChain } from './node-chain.ts';
import { RefusedOtherwise } from '../../facts/refused-otherwise.ts';

/** So often a transaction that a node refuses otherwise than expected is tried on a newer state. */
const TRIES = 4;
/** What a node answers to a transaction that is not the next one of its account (SDK, `ErrWrongSequence`). */
const WRONG_SEQUENCE = 32;
/** In so many blocks a transaction that a node has taken must come. */
const PATIENCE = 60;

/** The chains of a run that are made of nodes. */
export type NodeChains = (name: ChainName) => NodeChain;

/** The blocks that a chain has made and that were not followed yet. */
export async function* catchUp(chain: NodeChain): AsyncGenerator<BlockFact, void, void> {
  for (;;) {
    const followed = await chain.next({ wait: false });
    if (followed === undefined) return;
    yield factOf(chain, followed);
  }
}

/**
 * Carries an order out on real nodes: waits until its time has passed, shows the nodes its transactions, and follows
 * all blocks until each of them is in one. At least one block is made. A second is the shortest that an order can say;
 * it stands for the next block, whenever it comes.
 */
export async function* carryOut(
  world: World,
  chains: NodeChains,
  order: BlockOrder,
): AsyncGenerator<BlockFact, void, void> {
  const chain = chains(order.chain);
  yield* catchUp(chain);
  const known = chainIn(world, order.chain);
  const until = known.time + BigInt(order.seconds) * SECOND;
  while (order.seconds > 1 && known.time < until && !known.over) yield await nextOf(chain);
  if (known.over) return;
  const txs = [...known.mempool.takeAll(), ...order.txs];
  if (txs.length === 0) {
    yield await nextOf(chain);
    return;
  }
  const pending = yield* showAll(world, chains, chain, txs);
  let blocks = 0;
  do {
    const made = await nextOf(chain);
    for (const tx of txsOf(made)) pending.delete(idOf(tx));
    yield made;
    if (blocks++ > PATIENCE) throw new Error(`${chain.name} took a transaction and put it in no block`);
  } while (pending.size > 0 && !known.over);
}

/** Waits for as long as an order says while a chain must make no block but those that were decided already. */
export async function* idle(chain: NodeChain, { seconds }: BlockOrder): AsyncGenerator<BlockFact, void, void> {
  await pause(seconds * 1000, undefined, { signal: chain.signal });
  let blocks = 0;
  for await (const made of catchUp(chain)) {
    blocks += 1;
    yield { ...made, withoutQuorum: blocks };
  }
}

/** Shows transactions to a node, one after the other; the ids of those that it took and that no block had meanwhile. */
async function* showAll(
  world: World,
  chains: NodeChains,
  chain: NodeChain,
  txs: readonly Tx[],
): AsyncGenerator<BlockFact, Set<string>, void> {
  const rest = [...txs];
  let taken: { readonly tx: Tx; readonly id: string }[] = [];
  let tries = 1;
  let blocks = 0;
  const without = (made: BlockFact): BlockFact => {
    const done = new Set(txsOf(made).map(idOf));
    taken = taken.filter(({ id }) => !done.has(id));
    return made;
  };
  while (rest.length > 0 && !chainIn(world, chain.name).over) {
    const before = taken.map(({ tx }) => tx);
    const step = world.expectBlock(chain.name, [...before, ...rest]).step;
    const [tx] = rest;
    const signing = step.signings[taken.length];
    const key = accountKeyAt(tx?.signer ?? '');
    if (tx === undefined || signing === undefined || key === undefined) throw new Error('nobody signs a transaction');
    const messages = [];
    for (const message of tx.messages) messages.push(await resolveClaims(message, chains));
    const { chainId } = chainIn(world, chain.name).genesis;
    const bytes = signTx(chain.codec, { ...tx, messages }, { key, chainId, ...signing });
    const shown = await chain.show(bytes);
    const expected = step.observation.txResults[taken.length];
    const isTaken = shown.code === 0;
    if (isTaken || isExpected(shown, expected) || isRedundant(shown, world, chain.name, before, tx)) {
      if (isTaken) taken.push({ tx, id: idOf(bytes) });
      rest.shift();
      [tries, blocks] = [1, 0];
      continue;
    }
    // The nodes may be ahead of what was followed. And with each block they forget what they took just before it: the
    // next sequence is right again when that is in a block, too.
    const isEarly = taken.length > 0 && shown.codespace === 'sdk' && shown.code === WRONG_SEQUENCE;
    if (!isEarly) tries += 1;
    if (tries > TRIES || blocks > PATIENCE) throw new RefusedOtherwise(tx, expected, shown);
    const enough = isEarly ? 0 : taken.length;
    do {
      blocks += 1;
      yield without(await nextOf(chain));
      for await (const more of catchUp(chain)) yield without(more);
    } while (taken.length > enough && blocks <= PATIENCE && !chainIn(world, chain.name).over);
  }
  return new Set(taken.map(({ id }) => id));
}

/** A node looks at a transaction before it takes it, and refuses with the code that it would have in a block. */
function isExpected(shown: TxResult, expected: TxResult | undefined): boolean {
  return expected?.code === shown.code && expected.codespace === shown.codespace;
}

/**
 * A transaction of a relayer that would succeed and do nothing is not taken (ibc-go, `RedundantRelayDecorator`): no
 * packet of it is new.
 */
function isRedundant(
  { code, codespace }: TxResult,
  world: World,
  name: ChainName,
  before: readonly Tx[],
  tx: Tx,
): boolean {
  if (codespace !== 'channel' || code !== 22) return false;
  const updates = tx.messages.filter((message) => message['@type'] === '/ibc.core.client.v1.MsgUpdateClient');
  const [all, some] = [tx.messages, updates].map((messages) => {
    return world.expectBlock(name, [...before, { ...tx, messages }]).step.observation;
  });
  if (updates.length === 0) return all?.txResults.at(-1)?.code === 0;
  const changes = (step: typeof all) => step?.changes.map(({ table, key, row = null }) => ({ table, key, row })) ?? [];
  return all?.txResults.at(-1)?.code === 0 && sameValue(changes(all), changes(some));
}

async function nextOf(chain: NodeChain): Promise<BlockFact> {
  const followed = await chain.next({ wait: true });
  if (followed === undefined) throw new Error(`${chain.name} has no next block`);
  return factOf(chain, followed);
}

/** A block that the nodes have made, and what their program answered. */
function factOf({ name }: NodeChain, { raw, absent, produced, died }: Followed): BlockFact {
  const decided: Decided = { by: 'others', raw, absent };
  if (produced !== undefined) return { chain: name, decided, answer: { kind: 'answered', missing: [], ...produced } };
  if (died === undefined) throw new Error(`nobody knows what came of block ${raw.height} of ${name}`);
  const reason = died.panic ?? died.message;
  return { chain: name, decided, answer: { kind: 'halted', by: 'consensus', reason, died } };
}

function txsOf({ answer }: BlockFact): readonly Uint8Array[] {
  return answer.kind === 'answered' ? answer.txs : [];
}

function chainIn(world: World, name: ChainName): Chain {
  const chain = world.chains.get(name);
  if (chain === undefined) throw new Error(`the chain ${name} has not started`);
  return chain;
}

function idOf(tx: Uint8Array): string {
  return sha256(tx).toString('hex');
}
