import type { Comet38Client } from '@cosmjs/tendermint-rpc';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChainName, TxResult } from '../../../specs/block.ts';
import type { HeaderClaim, ProofClaim } from '../../../specs/claim.ts';
import type { ChainGenesis } from '../../../specs/genesis.ts';
import type { NodeFault, FaultOrder } from '../../../traces/world/order.ts';
import type { ConsumerGenesisRow } from '../../../specs/tables/provider/consumers.ts';
import type { Hex, Value } from '../../../specs/value.ts';
import { addressOfKey, applyUpdates, type ValidatorSet } from '../../../model/consensus/validator-set.ts';
import { consensusKeyAt, type ConsensusKey } from '../../../traces/setup/keys.ts';
import type { Codec } from '../../codec/codec.ts';
import type { RawBlock } from '../../facts/raw-block.ts';
import { lightHeader, type MadeBlock } from '../../ibc/light-header.ts';
import { merkleProof } from '../../ibc/merkle-proof.ts';
import type { Witnessing } from '../../ibc/resolve-claims.ts';
import { readResponse } from '../../observe/response.ts';
import type { Program } from '../../releases/program.ts';
import { panicIn, ProgramDied, ProgramTimeout } from '../../facts/program-error.ts';
import { appStateOf } from '../lockstep/genesis/app-state.ts';
import type { RunningChain } from '../engine.ts';
import type { AbciAnswer } from '../../facts/queried-chain.ts';
import type { Produced, Started, Replayed } from '../../facts/answers.ts';
import { openCommits, type Commits } from './commits.ts';
import { genesisText, nodeFiles, peerId } from './node-files.ts';
import type { Node } from './node.ts';
import { launchNodeProcess } from './node-process.ts';
import { openPeerLinks, type PeerLinks } from './peer-links.ts';
import { openRpc } from './rpc.ts';
import { RpcError } from './rpc-error.ts';
import {
  absentFrom,
  blockIdValue,
  commitValue,
  headerValue,
  hexOf,
  misbehaviorIn,
  responseValue,
  updateOf,
  votesIn,
} from './rpc-values.ts';

/** Milliseconds in which a chain that is not halted on purpose makes a block, on a loaded machine too. */
const DEADLINE = 90_000;
/** What a node answers that has a transaction already. */
const KNOWN_TX = 'tx already exists in cache';
/** Milliseconds between two looks at a node. */
const LOOK = 25;
/** After so many looks without the block that is waited for, the log may say why. */
const LOOKS_TO_LOG = 40;

/** After so many blocks it is looked whether store traces have grown to so many bytes: a block takes some 30,000. */
const BLOCKS_TO_TRIM = 16;
const LONG_TRACE = 4 * 1024 * 1024;

/** A block that the nodes of a chain have made. */
export interface Followed {
  readonly raw: RawBlock;
  /** Addresses of those whose vote for the block its commit lacks. */
  readonly absent: ReadonlySet<Hex>;
  /** `undefined` when consensus failed in the block, which is the last one then. */
  readonly produced: Produced | undefined;
  /** How consensus failed: the program stopped itself, or its answer was one that CometBFT cannot follow. */
  readonly died?: ProgramDied;
}

/** A block that was decided, whatever came of it. */
type Decided = Pick<Followed, 'raw' | 'absent'>;

/** One of the nodes of a chain, with what the harness keeps open of it. */
interface Member {
  readonly number: number;
  /** The address of the key with which it votes. */
  readonly address: Hex;
  readonly node: Node;
  readonly client: Comet38Client;
  readonly commits: Commits;
  cutOff: boolean;
}

/** A chain of real nodes, which decide its blocks themselves; the harness follows one of them. */
export class NodeChain implements RunningChain, Witnessing {
  readonly name: ChainName;
  readonly codec: Codec;
  readonly #program: Program;
  /** Ends every wait for the nodes. */
  readonly signal: AbortSignal;
  readonly #members: Member[] = [];
  readonly #links: PeerLinks = openPeerLinks();
  #genesis = '';
  /** By height. */
  readonly #made: (MadeBlock | undefined)[] = [undefined];
  readonly #sets: ValidatorSet[] = [];
  #chainId = '';
  #waited = 0;
  #stopped = false;

  constructor(name: ChainName, program: Program, signal: AbortSignal) {
    this.name = name;
    this.codec = program.codec;
    this.#program = program;
    this.signal = signal;
  }

  get waited(): number {
    return this.#waited;
  }

  /** The newest height that was followed. */
  get height(): number {
    return this.#made.length - 1;
  }

  /** Starts a node for each validator of the genesis, and waits for the first block. */
  async start(genesis: ChainGenesis): Promise<Started> {
    this.#chainId = genesis.chainId;
    const appState = appStateOf(this.#program, genesis);
    this.#genesis = genesisText(appState, genesis);
    await this.#launch(genesisKeys(genesis));
    const died = await this.#committed(1);
    if (died !== undefined) throw died;
    const { client } = this.#observed();
    const { header } = await client.commit(1);
    const { validators } = await client.validatorsAll(1);
    const validatorUpdates = validators.map(updateOf);
    const set = applyUpdates([], validatorUpdates);
    this.#sets.push([], set, set);
    return { appState, appHash: hexOf(header.appHash), validatorUpdates };
  }

  /** The next block, as soon as there is one; `undefined` when there is none yet and nobody wants to wait. */
  async next(options: { readonly wait: boolean }): Promise<Followed | undefined> {
    const at = this.height + 1;
    const begun = performance.now();
    try {
      const died = options.wait ? await this.#committed(at) : undefined;
      if (died !== undefined) return await this.#ask((member) => this.#readLast(at, member, died));
      if (!options.wait && !(await this.#hasCommitted(at))) return undefined;
      return await this.#ask((member) => this.#read(at, member));
    } finally {
      this.#waited += performance.now() - begun;
    }
  }

  /** Shows a transaction to the node that is followed (ABCI `CheckTx`), which tells the others of it when it takes it. */
  async show(tx: Uint8Array): Promise<TxResult> {
    return this.#ask(async ({ client }) => {
      try {
        const { code, codespace = '' } = await client.broadcastTxSync({ tx });
        return { code, codespace };
      } catch (error) {
        // It took the transaction before it broke off.
        if (error instanceof RpcError && error.message.includes(KNOWN_TX)) return { codespace: '', code: 0 };
        throw error;
      }
    });
  }

  async query(path: string, data: Uint8Array, options: { height?: bigint; prove?: boolean } = {}): Promise<AbciAnswer> {
    // The nodes go on meanwhile: what is asked is what was true after the block that was followed last.
    const height = Number(options.height ?? 0n) || this.height;
    const prove = options.prove ?? false;
    const answer = await this.#ask(({ client }) => client.abciQuery({ path, data, height, prove }));
    const ops = answer.proof?.ops.map((op) => ({ data: hexOf(op.data) }));
    return {
      code: answer.code ?? 0,
      codespace: answer.codespace,
      value: Buffer.from(answer.value),
      height: BigInt(answer.height ?? 0),
      ...(ops !== undefined && { proof: merkleProof(this.codec, { ops }) }),
    };
  }

  header(claim: HeaderClaim): Value {
    const at = Number(claim.height.revision_height);
    const made = this.#made[at];
    if (made === undefined) throw new Error(`${this.name} was not followed to ${at}`);
    return lightHeader(this.codec, made, this.#setAt(at), claim);
  }

  async proof({ height, path }: ProofClaim): Promise<Hex> {
    const { proof } = await this.query('/store/ibc/key', Buffer.from(path), { height, prove: true });
    if (proof === undefined) throw new Error(`${this.name} proves nothing under ${path} at ${height}`);
    return proof.toString('hex');
  }

  async disturb({ node: address, fault }: FaultOrder): Promise<void> {
    const members = this.#members.filter((member) => member.address === address);
    const key = consensusKeyAt(address);
    if (fault === 'twin') {
      if (members.length > 0 && key !== undefined) await this.#launch([key]);
      return;
    }
    for (const member of members) await this.#befall(member, fault);
  }

  async #befall(member: Member, fault: Exclude<NodeFault, 'twin'>): Promise<void> {
    const { node, number } = member;
    switch (fault) {
      case 'pause':
        return node.pause();
      case 'resume':
        return node.resume();
      case 'kill':
        return node.kill();
      case 'revive':
        return node.restart();
      case 'cut':
        member.cutOff = true;
        return this.#links.cut(number);
      case 'heal':
        member.cutOff = false;
        return this.#links.heal(number);
    }
  }

  async restart(): Promise<readonly Replayed[]> {
    for (const { node } of this.#members) await node.kill();
    for (const { node } of this.#members) node.restart();
    // The headers of the next blocks tell.
    return [];
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#links.close();
    await Promise.all(
      this.#members.map(async ({ node, client, commits }) => {
        client.disconnect();
        commits.close();
        await node.stop();
      }),
    );
  }

  /** Starts nodes with these keys, each connected to all others. */
  async #launch(keys: readonly ConsensusKey[]): Promise<void> {
    const first = this.#members.length;
    for (const [i, key] of keys.entries()) {
      const number = first + i;
      const peers: string[] = [];
      for (let other = 0; other < first + keys.length; other++) {
        if (other === number) continue;
        peers.push(`${peerId(this.#peerName(other))}@${await this.#links.route(number, other)}`);
      }
      if (this.#stopped) return;
      const name = this.#peerName(number);
      const files = nodeFiles({ genesis: this.#genesis, key, name, listen: this.#links.listenOf(number), peers });
      const node = launchNodeProcess(this.#program, files);
      const [client, commits] = [openRpc(node.rpc), openCommits(node.storeTrace)];
      this.#members.push({ number, address: key.address, node, client, commits, cutOff: false });
    }
  }

  #peerName(number: number): string {
    return `${this.#chainId} ${number}`;
  }

  /** A validator that joins, or that votes with a new key from now on, needs a node with that key. */
  async #launchNewcomers(set: ValidatorSet): Promise<void> {
    const known = new Set(this.#members.map(({ address }) => address));
    const keys = set.flatMap(({ address }) => (known.has(address) ? [] : (consensusKeyAt(address) ?? [])));
    if (keys.length > 0) await this.#launch(keys);
  }

  /** The node that is followed: the first that is up and not cut off. */
  #observed(): Member {
    const up = this.#members.filter(({ node }) => node.state === 'up');
    const member = up.find(({ cutOff }) => !cutOff) ?? up[0];
    if (member === undefined) throw new ProgramDied(`no node of ${this.name} is up`, '');
    return member;
  }

  /** Asks the node that is followed, or another one that takes its place; waits for one that is coming up. */
  async #ask<Told>(question: (member: Member) => Promise<Told>): Promise<Told> {
    const begun = performance.now();
    for (;;) {
      try {
        return await question(this.#observed());
      } catch (error) {
        if (!(error instanceof RpcError && error.unreachable) || performance.now() - begun > DEADLINE) throw error;
        this.#checkAlive();
        await pause(LOOK, undefined, { signal: this.signal });
      }
    }
  }

  /** Throws a `ProgramDied` when a node has ended that nobody has killed. */
  #checkAlive(): void {
    for (const { node } of this.#members) {
      const how = node.failed();
      if (how !== undefined) throw new ProgramDied(`a node of ${this.name} ${how}`, node.log(), panicIn(node.log()));
    }
  }

  /** Waits until a block is committed; resolves with how consensus failed when it never will be. */
  async #committed(height: number): Promise<ProgramDied | undefined> {
    const begun = performance.now();
    for (let looks = 1; !(await this.#hasCommitted(height)); looks++) {
      const died = looks % LOOKS_TO_LOG === 0 ? this.#consensusFailure() : undefined;
      if (died !== undefined) return died;
      if (performance.now() - begun > DEADLINE) {
        const log = this.#members.map(({ node }) => node.log()).join('\n');
        throw new ProgramTimeout(`${this.name} made no block ${height}`, DEADLINE, log);
      }
      await pause(LOOK, undefined, { signal: this.signal });
    }
    return undefined;
  }

  #consensusFailure(): ProgramDied | undefined {
    const log = this.#observed().node.log();
    const failure = consensusFailureIn(log);
    return failure === undefined ? undefined : new ProgramDied(`consensus of ${this.name} failed`, log, failure);
  }

  async #hasCommitted(height: number): Promise<boolean> {
    this.signal.throwIfAborted();
    this.#checkAlive();
    if (!this.#members.some(({ node }) => node.state === 'up')) return false;
    try {
      const { lastBlockHeight = 0 } = await this.#observed().client.abciInfo();
      return lastBlockHeight >= height;
    } catch (error) {
      // A node that is coming up does not listen yet.
      if (error instanceof RpcError) return false;
      throw error;
    }
  }

  async #read(at: number, member: Member): Promise<Followed> {
    const { client, commits } = member;
    const [decided, results] = await Promise.all([this.#decided(at, client), client.blockResults(at)]);
    const response = readResponse(responseValue(results));
    const writes = commits.at(BigInt(at));
    if (writes === undefined) throw new Error(`the store trace of ${this.name} lacks the block ${at}`);
    const { validatorUpdates: updates } = response;
    const next = applyUpdates(this.#setAt(at + 1), updates);
    this.#sets[at + 2] = next;
    if (updates.length > 0) await this.#launchNewcomers(next);
    const appHash = await appHashAfter(client, at);
    if (at % BLOCKS_TO_TRIM === 0) await this.#trim(BigInt(at));
    return { ...decided, produced: { appHash, response, txs: decided.raw.txs, writes } };
  }

  /** Empties the store traces that have grown, so that a long trace fills neither memory nor disk. */
  async #trim(height: bigint): Promise<void> {
    const long = this.#members.filter(({ commits }) => commits.size() > LONG_TRACE);
    await Promise.all(long.map(({ node, commits }) => node.whileStill(() => commits.empty(height))));
  }

  /** Reads the block in which consensus failed: it was decided, and no program commits it. */
  async #readLast(at: number, { client }: Member, died: ProgramDied): Promise<Followed> {
    const decided = await this.#decided(at, client);
    died.block = decided.raw;
    return { ...decided, produced: undefined, died };
  }

  async #decided(at: number, client: Comet38Client): Promise<Decided> {
    const [{ block }, { header: sealed, commit }] = await Promise.all([client.block(at), client.commit(at)]);
    const header = headerValue(sealed);
    const absent = absentFrom(commit, this.#setAt(at));
    this.#made[at] = { header, blockId: blockIdValue(commit.blockId), absent, commit: commitValue(commit) };
    return {
      raw: {
        chainId: header.chain_id,
        height: header.height,
        time: header.time,
        appHash: header.app_hash,
        validatorsHash: header.validators_hash,
        nextValidatorsHash: header.next_validators_hash,
        proposer: header.proposer_address,
        votes: at === 1 ? [] : votesIn(block.lastCommit, this.#setAt(at - 1)),
        misbehavior: misbehaviorIn(block.evidence),
        txs: block.txs,
      },
      absent,
    };
  }

  #setAt(height: number): ValidatorSet {
    const set = this.#sets[height];
    if (set === undefined) throw new Error(`the validator set of ${this.name} at ${height} is not known yet`);
    return set;
  }
}

/** The state after a block: the next header has it, or the program itself while there is none. */
async function appHashAfter(client: Comet38Client, at: number): Promise<Hex> {
  const { lastBlockHeight, lastBlockAppHash } = await client.abciInfo();
  if (lastBlockHeight === at && lastBlockAppHash !== undefined) return hexOf(lastBlockAppHash);
  return hexOf((await client.commit(at + 1)).header.appHash);
}

/** Why a node decides no block any more, in its own words: its process goes on, and answers (CometBFT, `receiveRoutine`). */
export function consensusFailureIn(log: string): string | undefined {
  return /CONSENSUS FAILURE!!! err=("(?:[^"\\]|\\.)*"|\S+)/u.exec(log)?.[1]?.replace(/^"|"$/gu, '');
}

/** The keys of those who validate from the start: on a consumer those that they have assigned. */
function genesisKeys(genesis: ChainGenesis): ConsensusKey[] {
  const pubKeys =
    'validators' in genesis
      ? genesis.validators.map(({ pubKey }) => pubKey)
      : (genesis.ccv as unknown as ConsumerGenesisRow).provider.initial_val_set.map(({ pub_key: key }) => key.ed25519);
  return pubKeys.map((pubKey) => {
    const key = consensusKeyAt(addressOfKey(pubKey));
    if (key === undefined) throw new Error(`nobody has the consensus key ${pubKey}`);
    return key;
  });
}
