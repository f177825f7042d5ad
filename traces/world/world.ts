import { rowsOf } from '../../specs/rows.ts';
import type { Block, ChainName, Packet, Tx, WrittenAck } from '../../specs/block.ts';
import type { ExclusionName } from '../../specs/exclusions/index.ts';
import type { Features } from '../../specs/feature.ts';
import type { ChainGenesis } from '../../specs/genesis.ts';
import { SECOND, type Hex, type Nanos } from '../../specs/value.ts';
import {
  applyBlock,
  changeProgram,
  initChain,
  resumeChain,
  type ChainProgram,
  type ModelChain,
  type Resumption,
  type Step,
} from '../../model/chain.ts';
import type { Bend, State } from '../../model/draft.ts';
import { revisionOf } from '../../model/ibc/height.ts';
import { applyUpdates, validatorsHash, type ValidatorSet } from '../../model/consensus/validator-set.ts';
import { CHANGEOVER } from '../../specs/changeover.ts';
import { consumerChainIds } from '../../specs/tables/provider/consumers.ts';
import { upgradePlan } from '../../specs/tables/upgrade.ts';
import { GENESIS_TIME, providerGenesis, type Setup } from '../setup.ts';
import {
  blockOf,
  type BlockOrder,
  type ChangeoverOrder,
  type FaultOrder,
  type Order,
  type StartOrder,
} from './order.ts';
import { afterFault, awayIn, isHaltedWithout, type Outage } from './outage.ts';

/** An id far above any that a trace reaches. */
const NO_CONSUMER = '404404';

/** What consensus decided of one block, as far as a light client header needs it. */
export interface Header {
  readonly height: bigint;
  readonly time: Nanos;
  /** The state after the block before. */
  readonly appHash: Hex;
  readonly nextValidatorsHash: Hex;
  readonly absent: ReadonlySet<Hex>;
}

/** A chain of a trace: the model of it, and what its consensus engine remembers. */
export interface Chain {
  readonly name: ChainName;
  /** What its program started from; that of a consumer for one that has become one. */
  genesis: ChainGenesis;
  /** The revision in the chain id (ICS-02): `c0-2` has revision 2. */
  readonly revision: bigint;
  model: ModelChain;
  /** The state before the newest block: what its header can prove. */
  before: State;
  height: bigint;
  time: Nanos;
  /** The height with which its program began, and the time of the genesis that it began with. */
  began: Resumption;
  /** The state after the newest block, as the program (or, without one, the world) says it. */
  appHash: Hex;
  /** By height; the first is unused. */
  readonly headers: (Header | undefined)[];
  /** The set that signs each height, known up to two heights ahead. */
  readonly sets: ValidatorSet[];
  readonly waiting: Tx[];
  /** Whether no block can follow: its validator set is empty, which CometBFT refuses, or its program has stopped itself. */
  over: boolean;
  /** What faults have done to its nodes. */
  readonly outages: Map<Hex, Outage>;
  readonly sentPackets: Packet[];
  readonly writtenAcks: WrittenAck[];
}

/** What a step of the world needs of the model: the programs of all kinds of chain and their features. */
export interface WorldModel {
  readonly programs: PerKind<ChainProgram>;
  readonly features: PerKind<Features>;
  /** A planted fault, for the canary. */
  readonly bend?: Bend;
}

/** Something for each kind of chain; not every release has the program of a chain that lives on its own. */
type PerKind<Of> = Readonly<Record<'provider' | 'consumer', Of>> & { readonly sovereign?: Of };

/** A block that the model has made and that the world has not taken in yet. */
export interface Prepared {
  readonly chain: ChainName;
  readonly block: Block;
  readonly absent: ReadonlySet<Hex>;
  readonly step: Step;
}

/** What the model makes of a chain that starts from an export; the world has not taken it in yet. */
export interface ExportStep {
  readonly began: Resumption;
  readonly step: Step;
}

/** All chains of a trace, seen from the model: the place where actions become blocks. */
export class World {
  readonly setup: Setup;
  readonly model: WorldModel;
  /** The exclusions that drawing does not heed. */
  readonly lifted: ReadonlySet<ExclusionName>;
  readonly chains = new Map<ChainName, Chain>();
  /** The logical time that all chains share; every block of any chain moves it on. */
  clock: Nanos = GENESIS_TIME;

  constructor(setup: Setup, model: WorldModel, lifted: ReadonlySet<ExclusionName> = new Set()) {
    this.setup = setup;
    this.model = model;
    this.lifted = lifted;
  }

  /** The order that every trace begins with. */
  static genesis(setup: Setup): StartOrder {
    return { kind: 'start', chain: 'provider', genesis: providerGenesis(setup) };
  }

  get provider(): Chain {
    const chain = this.chains.get('provider');
    if (chain === undefined) throw new Error('the provider has not started');
    return chain;
  }

  /** The chain id that a consumer's name stands for unless a trace says otherwise. */
  chainIdOf(consumer: ChainName): string {
    return `${consumer}-1`;
  }

  /** The id of the consumer that was created last under the chain id of this name; one that no consumer has otherwise. */
  consumerId(consumer: ChainName): string {
    const chainId = this.chainIdOf(consumer);
    let newest = -1n;
    for (const [id, known] of rowsOf(this.provider.model.state, consumerChainIds)) {
      if (known === chainId && BigInt(id) > newest) newest = BigInt(id);
    }
    return newest < 0n ? NO_CONSUMER : newest.toString();
  }

  /** Lets a transaction wait for the next block of a chain; without that chain nothing happens. */
  queue(chain: ChainName, tx: Tx): void {
    this.chains.get(chain)?.waiting.push(tx);
  }

  /** Starts a chain in the model. The observation is that of its genesis. */
  prepareStart(order: StartOrder): Step {
    const { programs, features, bend } = this.model;
    const { kind } = order.genesis;
    const [program, own] = [programs[kind], features[kind]];
    if (program === undefined || own === undefined) throw new Error(`no program runs a ${kind} chain`);
    return initChain(program, own, order.genesis, bend);
  }

  /** Takes a chain in that the model (and its program) has started. */
  commitStart(order: StartOrder, step: Step, appHash: Hex): Chain {
    const set = applyUpdates([], step.observation.validatorUpdates);
    const chain: Chain = {
      name: order.chain,
      genesis: order.genesis,
      revision: revisionOf(order.genesis.chainId),
      model: step.chain,
      before: step.chain.state,
      height: 0n,
      time: order.genesis.time,
      began: { chainId: order.genesis.chainId, height: 1n, time: order.genesis.time },
      appHash,
      headers: [undefined],
      sets: [[], set, set],
      waiting: [],
      over: set.length === 0,
      outages: new Map(),
      sentPackets: [],
      writtenAcks: [],
    };
    this.chains.set(order.chain, chain);
    if (chain.time > this.clock) this.clock = chain.time;
    return chain;
  }

  /** Lets the model start a chain from the genesis that its program exports, a second after its last block. */
  prepareExport(name: ChainName): ExportStep {
    const chain = this.chains.get(name);
    if (chain === undefined) throw new Error(`the chain ${name} has not started`);
    const began = { chainId: chain.genesis.chainId, height: chain.height + 1n, time: this.clock + SECOND };
    return { began, step: resumeChain(chain.model, began) };
  }

  /** Takes a chain in that has started from an export; the sets of the blocks before stay those that signed them. */
  commitExport(name: ChainName, { began, step }: ExportStep, appHash: Hex): void {
    const chain = this.chains.get(name);
    if (chain === undefined) throw new Error(`the chain ${name} has not started`);
    const set = applyUpdates([], step.observation.validatorUpdates);
    const at = Number(began.height);
    chain.sets[at] = set;
    chain.sets[at + 1] = set;
    chain.over = set.length === 0;
    chain.before = step.chain.state;
    chain.model = step.chain;
    chain.began = began;
    chain.appHash = appHash;
    this.clock = began.time;
  }

  /** Puts the program of a consumer in the place of that of a chain which lived on its own; its next block comes of it. */
  commitChangeover({ chain: name, genesis }: ChangeoverOrder): Chain {
    const chain = this.chains.get(name);
    if (chain === undefined) throw new Error(`the chain ${name} has not started`);
    const { programs, features } = this.model;
    chain.model = changeProgram(chain.model, programs.consumer, features.consumer, genesis);
    chain.genesis = genesis;
    chain.over = false;
    return chain;
  }

  /** Whether an order can be carried out: a chain that is over, or that has too few nodes left, makes no block. */
  accepts(order: Order): boolean {
    if (order.kind === 'start') return true;
    const chain = this.chains.get(order.chain);
    if (chain === undefined) return false;
    if (order.kind === 'changeover') return waitsForChangeover(chain);
    if (chain.over) return false;
    return order.kind !== 'block' || !isHalted(chain);
  }

  /** Lets the time of a block pass that a chain cannot make for want of nodes. */
  idle({ chain, seconds }: BlockOrder): void {
    if (this.chains.get(chain)?.over === false) this.clock += BigInt(seconds) * SECOND;
  }

  /** Takes a fault of a node in: from now on it does not vote, or votes again. */
  commitFault({ chain: name, node, fault }: FaultOrder): void {
    const outages = this.chains.get(name)?.outages;
    outages?.set(node, afterFault(outages.get(node), fault));
  }

  /** Makes the block of an order and lets the model predict it; nothing of the world changes yet but the clock. */
  prepareBlock(order: BlockOrder): Prepared {
    const chain = this.chains.get(order.chain);
    if (chain === undefined) throw new Error(`the chain ${order.chain} has not started`);
    const height = chain.height + 1n;
    const at = Number(height);
    const { began } = chain;
    const first = height === began.height;
    if (!first) this.clock += BigInt(order.seconds) * SECOND;
    const set = setAt(chain, at);
    const before = chain.headers[at - 1];
    const block: Block = {
      chainId: chain.genesis.chainId,
      height,
      time: first ? began.time : this.clock,
      appHash: chain.appHash,
      validatorsHash: validatorsHash(set),
      nextValidatorsHash: validatorsHash(setAt(chain, at + 1)),
      proposer: set[at % set.length]?.address ?? '',
      votes:
        first || before === undefined
          ? []
          : setAt(chain, at - 1).map(({ address, power }) => ({ address, power, signed: !before.absent.has(address) })),
      misbehavior: order.misbehavior,
      txs: [...chain.waiting.splice(0), ...order.txs],
    };
    const absent = chain.outages.size === 0 ? order.absent : order.absent.union(awayIn(chain.outages));
    return { chain: order.chain, block, absent, step: applyBlock(chain.model, block) };
  }

  /**
   * Lets the model predict a block that others have decided; its commit lacks the votes of those in `absent`.
   * Nothing of the world changes yet but the clock.
   */
  prepareDecided(name: ChainName, block: Block, absent: ReadonlySet<Hex>): Prepared {
    const chain = this.chains.get(name);
    if (chain === undefined) throw new Error(`the chain ${name} has not started`);
    if (block.time > this.clock) this.clock = block.time;
    return { chain: name, block, absent, step: applyBlock(chain.model, block) };
  }

  /** What the next block of a chain would be if it came now with these transactions; nothing of the world changes. */
  expectBlock(chain: ChainName, txs: readonly Tx[]): Prepared {
    const { clock } = this;
    try {
      return this.prepareBlock(blockOf(chain, { txs }));
    } finally {
      this.clock = clock;
    }
  }

  /**
   * The validators of a consumer leave its program and sign headers of their own from now on. Its program makes no block
   * any more: with two headers of one height they would freeze the client instead.
   */
  takeOver(name: ChainName): void {
    const chain = this.chains.get(name);
    if (chain !== undefined) chain.over = true;
  }

  /** Ends a chain whose program has stopped itself; its state stays that of the last block. */
  commitHalt(name: ChainName): void {
    const chain = this.chains.get(name);
    if (chain !== undefined) chain.over = true;
  }

  /** Takes a block in, with the app hash that the program answered. */
  commitBlock({ chain: name, block, absent, step }: Prepared, appHash: Hex): void {
    const chain = this.chains.get(name);
    if (chain === undefined) throw new Error(`the chain ${name} has not started`);
    const at = Number(block.height);
    const { appHash: before, time, nextValidatorsHash } = block;
    chain.headers[at] = { height: block.height, time, appHash: before, nextValidatorsHash, absent };
    const updates = step.observation.validatorUpdates;
    const next = setAt(chain, at + 1);
    chain.sets[at + 2] = updates.length === 0 ? next : applyUpdates(next, updates);
    chain.over = chain.sets[at + 2]?.length === 0;
    chain.before = chain.model.state;
    chain.model = step.chain;
    chain.height = block.height;
    chain.time = block.time;
    chain.appHash = appHash;
    chain.sentPackets.push(...step.observation.sentPackets);
    chain.writtenAcks.push(...step.observation.writtenAcks);
  }
}

/** Whether a chain has stopped itself because it is to become a consumer with its next block. */
export function waitsForChangeover({ genesis, model, height, over }: Chain): boolean {
  if (genesis.kind !== 'sovereign' || !over) return false;
  const plan = rowsOf(model.state, upgradePlan).get('');
  return plan?.name === CHANGEOVER && plan.height === height + 1n;
}

/** Whether faults keep so many nodes of a chain from voting that it makes no block. */
export function isHalted({ outages, sets, height }: Chain): boolean {
  return isHaltedWithout(awayIn(outages), sets[Number(height) + 1] ?? []);
}

/** The set that signs a height of a chain. */
export function setAt(chain: Chain, height: number): ValidatorSet {
  const set = chain.sets[height];
  if (set === undefined) throw new Error(`the validator set of ${chain.name} at ${height} is not known yet`);
  return set;
}
