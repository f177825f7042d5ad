import type { Comet38Client } from '@cosmjs/tendermint-rpc';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChainName, TxResult } from '../../../specs/block.ts';
import type { HeaderClaim, ProofClaim } from '../../../specs/claim.ts';
import type { ChainGenesis } from '../../../specs/genesis.ts';
import type { ConsumerGenesisRow } from '../../../specs/tables/provider/consumers.ts';
import type { Hex, Value } from '../../../specs/value.ts';
import { addressOfKey, applyUpdates, type ValidatorSet } from '../../../model/consensus/validator-set.ts';
import { consensusKeyAt, type ConsensusKey } from '../../../traces/keys.ts';
import type { Codec } from '../../codec/codec.ts';
import type { RawBlock } from '../../decode/raw-block.ts';
import { lightHeader, type MadeBlock } from '../../ibc/light-header.ts';
import { merkleProof } from '../../ibc/merkle-proof.ts';
import type { Witnessing } from '../../ibc/resolve-claims.ts';
import type { Program } from '../../releases/program.ts';
import { panicIn, ProgramDied, ProgramTimeout } from '../../runtimes/program-error.ts';
import type { Answer, Produced, RunningChain, Started } from '../engine.ts';
import { updatesIn } from '../lockstep/abci-values.ts';
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
/** Milliseconds between two looks at a node. */
const LOOK = 25;

/** A block that the nodes of a chain have made. */
export interface Followed {
  readonly raw: RawBlock;
  /** Addresses of those whose vote for the block its commit lacks. */
  readonly absent: ReadonlySet<Hex>;
  readonly produced: Produced;
}

/** One of the nodes of a chain, with what the harness keeps open of it. */
export interface Member {
  /** The name of the key with which it votes. */
  readonly key: string;
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
  readonly #signal: AbortSignal;
  #members: readonly Member[] = [];
  #links: PeerLinks | undefined;
  /** By height. */
  readonly #made: (MadeBlock | undefined)[] = [undefined];
  readonly #sets: ValidatorSet[] = [];
  #chainId = '';
  #waited = 0;
  #stopped = false;

  /** `signal` ends every wait for the nodes. */
  constructor(name: ChainName, program: Program, signal: AbortSignal) {
    this.name = name;
    this.codec = program.codec;
    this.#program = program;
    this.#signal = signal;
  }

  get waited(): number {
    return this.#waited;
  }

  /** The newest height that was followed. */
  get height(): number {
    return this.#made.length - 1;
  }

  get members(): readonly Member[] {
    return this.#members;
  }

  /** Starts a node for each validator of the genesis, and waits for the first block. */
  async start(genesis: ChainGenesis): Promise<Started> {
    this.#chainId = genesis.chainId;
    await this.#launch(genesis, genesisKeys(genesis));
    await this.#committed(1);
    const { client } = this.#observed();
    const { header } = await client.commit(1);
    const { validators } = await client.validatorsAll(1);
    const validatorUpdates = validators.map(updateOf);
    const set = applyUpdates([], validatorUpdates);
    this.#sets.push([], set, set);
    return { appHash: hexOf(header.appHash), validatorUpdates };
  }

  /** The next block, as soon as there is one; `undefined` when there is none yet and nobody wants to wait. */
  async next(options: { readonly wait: boolean }): Promise<Followed | undefined> {
    const at = this.height + 1;
    const begun = performance.now();
    try {
      if (options.wait) await this.#committed(at);
      else if (!(await this.#hasCommitted(at))) return undefined;
      return await this.#read(at);
    } finally {
      this.#waited += performance.now() - begun;
    }
  }

  /** Shows a transaction to the node that is followed (ABCI `CheckTx`), which tells the others of it when it takes it. */
  async show(tx: Uint8Array): Promise<TxResult> {
    const { code, codespace = '' } = await this.#observed().client.broadcastTxSync({ tx });
    return { code, codespace };
  }

  async query(path: string, data: Uint8Array, options: { height?: bigint; prove?: boolean } = {}): Promise<Answer> {
    // The nodes go on meanwhile: what is asked is what was true after the block that was followed last.
    const height = Number(options.height ?? 0n) || this.height;
    const { client } = this.#observed();
    const answer = await client.abciQuery({ path, data, height, prove: options.prove ?? false });
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

  async restart(): Promise<void> {
    for (const { node } of this.#members) await node.kill();
    for (const { node } of this.#members) node.restart();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#links?.close();
    await Promise.all(
      this.#members.map(async ({ node, client, commits }) => {
        client.disconnect();
        commits.close();
        await node.stop();
      }),
    );
  }

  async #launch(genesis: ChainGenesis, keys: readonly ConsensusKey[]): Promise<void> {
    const links = (this.#links = await openPeerLinks(keys.length));
    const text = genesisText(this.#program, genesis);
    const nameOf = (i: number): string => `${this.#chainId} ${i}`;
    if (this.#stopped) return;
    this.#members = keys.map((key, i) => {
      const peers = keys.flatMap((_, j) => (i === j ? [] : [`${peerId(nameOf(j))}@${links.route(i, j)}`]));
      const files = nodeFiles({ genesis: text, key, name: nameOf(i), listen: links.listenOf(i), peers });
      const node = launchNodeProcess(this.#program, files);
      return {
        key: key.name,
        node,
        client: openRpc(node.rpc),
        commits: openCommits(node.storeTrace),
        cutOff: false,
      };
    });
  }

  /** The node that is followed: the first that is up and not cut off. */
  #observed(): Member {
    const up = this.#members.filter(({ node }) => node.state === 'up');
    const member = up.find(({ cutOff }) => !cutOff) ?? up[0];
    if (member === undefined) throw new ProgramDied(`no node of ${this.name} is up`, '');
    return member;
  }

  async #committed(height: number): Promise<void> {
    const begun = performance.now();
    while (!(await this.#hasCommitted(height))) {
      if (performance.now() - begun > DEADLINE) {
        const log = this.#members.map(({ node }) => node.log()).join('\n');
        throw new ProgramTimeout(`${this.name} made no block ${height}`, DEADLINE, log);
      }
      await pause(LOOK, undefined, { signal: this.#signal });
    }
  }

  async #hasCommitted(height: number): Promise<boolean> {
    this.#signal.throwIfAborted();
    for (const { node } of this.#members) {
      const how = node.failed();
      if (how !== undefined) throw new ProgramDied(`a node of ${this.name} ${how}`, node.log(), panicIn(node.log()));
    }
    try {
      const { lastBlockHeight = 0 } = await this.#observed().client.abciInfo();
      return lastBlockHeight >= height;
    } catch (error) {
      // A node that is coming up does not listen yet.
      if (error instanceof RpcError) return false;
      throw error;
    }
  }

  async #read(at: number): Promise<Followed> {
    const { client, commits } = this.#observed();
    const [{ block }, results, { header: sealed, commit }] = await Promise.all([
      client.block(at),
      client.blockResults(at),
      client.commit(at),
    ]);
    const header = headerValue(sealed);
    const set = this.#setAt(at);
    const absent = absentFrom(commit, set);
    const response = responseValue(results);
    const writes = commits.at(BigInt(at));
    if (writes === undefined) throw new Error(`the store trace of ${this.name} lacks the block ${at}`);
    this.#made[at] = { header, blockId: blockIdValue(commit.blockId), absent, commit: commitValue(commit) };
    const updates = updatesIn((response as { readonly validator_updates: Value }).validator_updates);
    this.#sets[at + 2] = applyUpdates(this.#setAt(at + 1), updates);
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
      produced: { appHash: await this.#appHashAfter(at), response, txs: block.txs, writes },
    };
  }

  /** The state after a block: the next header has it, or the program itself while there is none. */
  async #appHashAfter(at: number): Promise<Hex> {
    const { client } = this.#observed();
    const { lastBlockHeight, lastBlockAppHash } = await client.abciInfo();
    if (lastBlockHeight === at && lastBlockAppHash !== undefined) return hexOf(lastBlockAppHash);
    return hexOf((await client.commit(at + 1)).header.appHash);
  }

  #setAt(height: number): ValidatorSet {
    const set = this.#sets[height];
    if (set === undefined) throw new Error(`the validator set of ${this.name} at ${height} is not known yet`);
    return set;
  }
}

/** The keys of those who validate from the start: on a consumer those that they have assigned. */
function genesisKeys(genesis: ChainGenesis): ConsensusKey[] {
  const pubKeys =
    genesis.kind === 'provider'
      ? genesis.validators.map(({ pubKey }) => pubKey)
      : (genesis.ccv as unknown as ConsumerGenesisRow).provider.initial_val_set.map(({ pub_key: key }) => key.ed25519);
  return pubKeys.map((pubKey) => {
    const key = consensusKeyAt(addressOfKey(pubKey));
    if (key === undefined) throw new Error(`nobody has the consensus key ${pubKey}`);
    return key;
  });
}
