import { SINGLETON } from '../../specs/key.ts';
import type { ChainName, Packet, Tx, WrittenAck } from '../../specs/block.ts';
import type { ExclusionName } from '../../specs/exclusions/index.ts';
import { SECOND, type Hex, type Nanos } from '../../specs/value.ts';
import type { Resumption } from '../../model/chain.ts';
import { revisionOf } from '../../model/ibc/height.ts';
import type { ValidatorSet } from '../../model/consensus/validator-set.ts';
import { CHANGEOVER } from '../../specs/changeover.ts';
import { consumerChainIds } from '../../specs/tables/provider/consumers.ts';
import { upgradePlan } from '../../specs/tables/upgrade.ts';
import { providerGenesis, type Setup } from '../setup/setup.ts';
import type { ChainState, Header } from './chain-state.ts';
import { rowsOf } from '../../specs/rows.ts';
import { Mempool } from './mempool.ts';
import type { WorldModel } from './model.ts';
import { Network } from './network.ts';
import { blockOrder, type BlockOrder, type FaultOrder, type Order, type StartOrder } from './order.ts';
import { afterFault, awayIn, isHaltedWithout, type Outage } from './outage.ts';
import { decideBlock, predictBlock, type Prepared } from './predict.ts';

/** An id above any that a trace can reach. */
const NO_CONSUMER = '404404';

/** A chain of a trace. The object stays the same from block to block; each block updates its fields. */
export interface Chain extends ChainState {
  /** The revision in the chain id (ICS-02): `c0-2` has revision 2. */
  readonly revision: bigint;
  /** By height; index 0 is unused. */
  readonly headers: (Header | undefined)[];
  /** The validator set of each height, up to two heights ahead. */
  readonly sets: ValidatorSet[];
  readonly mempool: Mempool;
  /** The outages of its nodes. */
  readonly outages: Map<Hex, Outage>;
  readonly sentPackets: Packet[];
  readonly writtenAcks: WrittenAck[];
}

/** All chains of a trace on the model. Turns the orders of actions into blocks. */
export class World extends Network<Chain> {
  readonly setup: Setup;
  /** The exclusions that are lifted: their inputs are drawn. */
  readonly lifted: ReadonlySet<ExclusionName>;

  constructor(setup: Setup, model: WorldModel, lifted: ReadonlySet<ExclusionName> = new Set()) {
    super(model, keepChain);
    this.setup = setup;
    this.lifted = lifted;
  }

  /** The first order of every trace: it starts the provider. */
  static genesis(setup: Setup): StartOrder {
    return { kind: 'start', chain: 'provider', genesis: providerGenesis(setup) };
  }

  get provider(): Chain {
    return this.chain('provider');
  }

  /** The default chain id for the name of a consumer. */
  chainIdOf(consumer: ChainName): string {
    return `${consumer}-1`;
  }

  /** The id of the newest consumer with the chain id for this name, or an unused id. */
  consumerId(consumer: ChainName): string {
    const chainId = this.chainIdOf(consumer);
    let newest = -1n;
    for (const [id, known] of rowsOf(this.provider.model.state, consumerChainIds)) {
      if (known === chainId && BigInt(id) > newest) newest = BigInt(id);
    }
    return newest < 0n ? NO_CONSUMER : newest.toString();
  }

  /** Queues a transaction for the next block of a chain. Does nothing if the chain has not started. */
  queue(chain: ChainName, tx: Tx): void {
    this.chains.get(chain)?.mempool.add(tx);
  }

  /** How a chain begins if it restarts from its exported genesis now: one second after the newest block. */
  nextBeginning(name: ChainName): Resumption {
    const { genesis, height } = this.chain(name);
    return { chainId: genesis.chainId, height: height + 1n, time: this.clock + SECOND };
  }

  /** Whether an order can be carried out. A chain that is over, or whose nodes have too little power, makes no block. */
  accepts(order: Order): boolean {
    if (this.refusalOf(order) !== undefined) return false;
    return order.kind !== 'block' || !isHalted(this.chain(order.chain));
  }

  /** Why an order does nothing, if so. A chain that has too few nodes left makes no block, but time passes there. */
  refusalOf(order: Order): string | undefined {
    if (order.kind === 'start') return undefined;
    const chain = this.chains.get(order.chain);
    if (chain === undefined) return `${order.chain} has not started`;
    if (order.kind === 'changeover')
      return waitsForChangeover(chain) ? undefined : `${order.chain} does not change over`;
    return chain.over ? `${order.chain} makes no more blocks` : undefined;
  }

  /** Advances the clock by the time of a block that a chain cannot make because too many nodes are away. */
  idle({ chain, seconds }: BlockOrder): void {
    if (this.chains.get(chain)?.over === false) this.passTo(this.clock + BigInt(seconds) * SECOND);
  }

  /** Commits a fault of a node: from now on it does not vote, or votes again. */
  commitFault({ chain: name, node, fault }: FaultOrder): void {
    const outages = this.chains.get(name)?.outages;
    outages?.set(node, afterFault(outages.get(node), fault));
  }

  /** Predicts the block of an order. Changes nothing. */
  prepareBlock(order: BlockOrder): Prepared {
    const chain = this.chain(order.chain);
    const block = decideBlock(chain, order, [...chain.mempool.waiting, ...order.txs], this.clock);
    const absent = chain.outages.size === 0 ? order.absent : order.absent.union(awayIn(chain.outages));
    return predictBlock(chain, block, absent);
  }

  /** Predicts the next block of a chain with these additional transactions. Changes nothing. */
  expectBlock(chain: ChainName, txs: readonly Tx[]): Prepared {
    return this.prepareBlock(blockOrder(chain, { txs }));
  }

  /**
   * The validators of a chain abandon its program and sign forged headers from now on. The program makes no more blocks:
   * two headers of the same height would freeze the client.
   */
  takeOver(name: ChainName): void {
    if (this.chains.has(name)) super.commitHalt(name);
  }

  override commitBlock(prepared: Prepared, appHash: Hex | undefined): void {
    super.commitBlock(prepared, appHash);
    const { mempool, sentPackets, writtenAcks } = this.chain(prepared.chain);
    const { observation } = prepared.step;
    mempool.drop(prepared.block.txs);
    sentPackets.push(...observation.sentPackets);
    writtenAcks.push(...observation.writtenAcks);
  }

  override commitHalt(name: ChainName, time?: Nanos): void {
    super.commitHalt(name, time);
    this.chain(name).mempool.takeAll();
  }
}

/** Updates a chain, and keeps the headers and validator sets of all heights for relaying. */
function keepChain(state: ChainState, known: Chain | undefined): Chain {
  const { height, header, set, nextSet } = state;
  const chain: Chain = known ?? {
    ...state,
    revision: revisionOf(state.genesis.chainId),
    headers: [],
    sets: [],
    mempool: new Mempool(),
    outages: new Map(),
    sentPackets: [],
    writtenAcks: [],
  };
  Object.assign(chain, state);
  const at = Number(height);
  chain.headers[at] = header;
  chain.sets[at] ??= state.lastSet;
  chain.sets[at + 1] = set;
  chain.sets[at + 2] = nextSet;
  return chain;
}

/** Whether a standalone chain has stopped at its upgrade height and can become a consumer. */
export function waitsForChangeover({ genesis, model, height, over }: Chain): boolean {
  if (genesis.kind !== 'sovereign' || !over) return false;
  const plan = rowsOf(model.state, upgradePlan).get(SINGLETON);
  return plan?.name === CHANGEOVER && plan.height === height + 1n;
}

/** Whether faults keep so much power of a chain from voting that it makes no block. */
export function isHalted({ outages, sets, height }: Chain): boolean {
  return isHaltedWithout(awayIn(outages), sets[Number(height) + 1] ?? []);
}

/** The validator set of a height of a chain. */
export function setAt(chain: Chain, height: number): ValidatorSet {
  const set = chain.sets[height];
  if (set === undefined) throw new Error(`the validator set of ${chain.name} at ${height} is not known yet`);
  return set;
}
