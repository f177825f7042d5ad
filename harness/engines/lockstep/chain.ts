import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Block, ChainName, Tx } from '../../../specs/block.ts';
import type { HeaderClaim, ProofClaim } from '../../../specs/claim.ts';
import type { ChainGenesis, ConsumerGenesis } from '../../../specs/genesis.ts';
import type { Hex, Value } from '../../../specs/value.ts';
import type { Resumption, Signing } from '../../../model/chain.ts';
import { applyUpdates, validatorsHash, type ValidatorSet } from '../../../model/consensus/validator-set.ts';
import { accountKeyAt } from '../../../traces/setup/keys.ts';
import type { Codec } from '../../codec/codec.ts';
import { lightHeader, type MadeBlock } from '../../ibc/light-header.ts';
import { merkleProof } from '../../ibc/merkle-proof.ts';
import { resolveClaims, type Witnessing } from '../../ibc/resolve-claims.ts';
import { integerIn, textIn } from '../../observe/fields.ts';
import { readResponse, readUpdates } from '../../observe/response.ts';
import type { Program } from '../../releases/program.ts';
import type { Launch, RunningProgram, Runtime } from '../../runtimes/runtime.ts';
import type { RunningChain } from '../engine.ts';
import type { AbciAnswer } from '../../facts/queried-chain.ts';
import type { Produced, Resumed, Started, Replayed } from '../../facts/answers.ts';
import { openAbciClient, type AbciClient, type AbciRequest } from './abci-client.ts';
import { processRuntime } from '../../runtimes/process.ts';
import { ProgramDied } from '../../facts/program-error.ts';
import { finalizeRequest, initRequest } from './abci-values.ts';
import { appStateOf, changeoverState } from './genesis/app-state.ts';
import { readExported } from './genesis/read-exported.ts';
import { PARTS, headerHash, headerOf } from '../../ibc/header.ts';
import { openStoreTrace, type StoreTrace } from './store-trace.ts';
import { signTx } from './transaction.ts';

/** Where a consumer with democracy looks for the genesis of its CCV module, in its folder, when it takes over. */
const CHANGEOVER_GENESIS = '.sovereign/config/genesis.json';

/** How programs of a chain come up. */
interface Launching {
  readonly launch: () => Promise<RunningProgram>;
  readonly launchCopy: () => Promise<RunningProgram>;
  readonly keepsState: boolean;
}

/** A program and the harness as its consensus engine: time, votes, evidence and order are exact. */
export class LockstepChain implements RunningChain, Witnessing {
  readonly name: ChainName;
  codec: Codec;
  readonly #launch: () => Promise<RunningProgram>;
  /** A program beside the real one, as a process of this machine that keeps its state. */
  readonly #launchCopy: () => Promise<RunningProgram>;
  readonly #keepsState: boolean;
  #running: RunningProgram;
  #client: AbciClient;
  #trace: StoreTrace;
  #program: Program;
  readonly #chainOf: (name: ChainName) => Witnessing;
  /** By height. */
  readonly #made: (MadeBlock | undefined)[] = [undefined];
  readonly #sets: ValidatorSet[] = [];
  #appHash: Hex = '';
  /** The height with which its program began. */
  #began = 1n;
  /** What brought the program to its present state, for one that has lost it. */
  readonly #history: { readonly requests: readonly AbciRequest[]; readonly appHash: Hex }[] = [];
  /** Milliseconds that the processes before this one owed answers. */
  #waitedBefore = 0;

  private constructor(
    name: ChainName,
    program: Program,
    { launch, launchCopy, keepsState }: Launching,
    chainOf: (name: ChainName) => Witnessing,
    running: RunningProgram,
    client: AbciClient,
  ) {
    this.name = name;
    this.codec = program.codec;
    this.#program = program;
    this.#launch = launch;
    this.#launchCopy = launchCopy;
    this.#keepsState = keepsState;
    this.#chainOf = chainOf;
    this.#running = running;
    this.#client = client;
    this.#trace = openStoreTrace(running.storeTrace);
  }

  /** Starts the program of a chain, unless `signal` ends it; its genesis may come later. `chainOf` finds the chains that its messages speak of. */
  static async launch(
    name: ChainName,
    chainId: string,
    program: Program,
    runtime: Runtime,
    chainOf: (name: ChainName) => Witnessing,
    { signal, keepsState }: Pick<Launch, 'signal' | 'keepsState'> = {},
  ): Promise<LockstepChain> {
    const launch = (): Promise<RunningProgram> => runtime.launch({ program, chainId, keepsState, signal });
    const launchCopy = (): Promise<RunningProgram> =>
      processRuntime.launch({ program, chainId, keepsState: true, signal });
    const running = await launch();
    try {
      const client = await openAbciClient(running, program.codec);
      await client.request('info', {});
      const launching = { launch, launchCopy, keepsState: keepsState === true };
      return new LockstepChain(name, program, launching, chainOf, running, client);
    } catch (error) {
      await running.stop();
      throw error;
    }
  }

  get waited(): number {
    return this.#waitedBefore + this.#client.waited;
  }

  async start(genesis: ChainGenesis): Promise<Started> {
    const { chainId, time } = genesis;
    this.#sets.push([]);
    return this.#begin(appStateOf(this.#program, genesis), { chainId, height: 1n, time });
  }

  async resume(began: Resumption): Promise<Resumed> {
    const { text, replayed } = await this.#exported();
    const { appState, exported } = readExported(text);
    this.#waitedBefore += this.#client.waited;
    this.#client.close();
    this.#trace.close();
    await this.#running.stop();
    this.#running = await this.#launch();
    this.#trace = openStoreTrace(this.#running.storeTrace);
    this.#client = await openAbciClient(this.#running, this.codec);
    await this.#client.request('info', {});
    this.#history.length = 0;
    // As CometBFT does with a genesis file that names validators; without their keys it makes nothing of them.
    const named = exported.validators.flatMap(({ pubKey, power }) =>
      pubKey === null ? [] : [{ pub_key: { ed25519: pubKey }, power }],
    );
    return { ...(await this.#begin(appState, began, named)), exported, replayed };
  }

  async changeOver(program: Program, genesis: ConsumerGenesis): Promise<Started> {
    const { restart } = this.#running;
    if (restart === undefined) throw new Error(`the program of ${this.name} cannot be replaced here`);
    const appState = changeoverState(program, genesis);
    const file = join(dirname(this.#running.socket), CHANGEOVER_GENESIS);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ chain_id: genesis.chainId, initial_height: 1, app_state: appState }));
    this.#waitedBefore += this.#client.waited;
    this.#client.close();
    this.#running = await restart(program);
    this.#program = program;
    this.codec = program.codec;
    this.#client = await openAbciClient(this.#running, this.codec);
    const { last_block_height: height, last_block_app_hash: appHash } = await this.#client.request('info', {});
    // The block in which the program before it has stopped is made once more.
    this.#made.length = Number(integerIn(height, 'info.last_block_height')) + 1;
    return { appState, appHash: textIn(appHash, 'info.last_block_app_hash'), validatorUpdates: [] };
  }

  /** The genesis file that the program exports, or one that went through the same blocks where it can't. */
  async #exported(): Promise<{ readonly text: string; readonly replayed: readonly Replayed[] }> {
    const { exportGenesis } = this.#running;
    if (this.#keepsState && exportGenesis !== undefined) return { text: await exportGenesis(), replayed: [] };
    const copy = await this.#launchCopy();
    try {
      const client = await openAbciClient(copy, this.codec);
      const replayed = await this.#replay(client);
      client.close();
      if (copy.exportGenesis === undefined) throw new Error('no program here exports its state');
      return { text: await copy.exportGenesis(), replayed };
    } finally {
      await copy.stop();
    }
  }

  async #begin(appState: Started['appState'], began: Resumption, validators: readonly Value[] = []): Promise<Started> {
    this.#began = began.height;
    const request: AbciRequest = ['init_chain', initRequest(began, appState, validators)];
    const response = await this.#client.request(...request);
    const validatorUpdates = readUpdates(response['validators'], 'response.validators');
    const set = applyUpdates([], validatorUpdates);
    const at = Number(began.height);
    this.#sets[at] = set;
    this.#sets[at + 1] = set;
    this.#appHash = textIn(response['app_hash'], 'response.app_hash');
    this.#history.push({ requests: [request], appHash: this.#appHash });
    return { appState, appHash: this.#appHash, validatorUpdates };
  }

  /**
   * Makes the block: puts the real header and proof where a message carries a claim, signs the transactions,
   * and signs the block with all validators but `absent` (addresses of 20 bytes). One that the program `willHalt` in is
   * committed only if it does not, for it would commit what it stopped in the middle of.
   */
  async produce(
    block: Block,
    signings: readonly Signing[],
    absent: ReadonlySet<Hex>,
    willHalt = false,
  ): Promise<Produced> {
    const at = Number(block.height);
    const set = this.#setAt(at);
    this.#agree('next height', block.height, BigInt(this.#made.length));
    this.#agree('app hash', block.appHash, this.#appHash);
    this.#agree('validators hash', block.validatorsHash, validatorsHash(set));
    this.#agree('next validators hash', block.nextValidatorsHash, validatorsHash(this.#setAt(at + 1)));
    const txs: Buffer[] = [];
    for (const [i, tx] of block.txs.entries()) txs.push(await this.#sign(block.chainId, tx, signings[i]));
    const header = headerOf(block, block.height === this.#began ? undefined : this.#made[at - 1]?.blockId, txs);
    const hash = headerHash(this.codec, header);
    this.#made[at] = { header, blockId: { hash, part_set_header: PARTS }, absent };
    const { appHash, response } = await this.#finalize(block, hash, txs, willHalt);
    this.#appHash = appHash;
    this.#sets[at + 2] = applyUpdates(this.#setAt(at + 1), response.validatorUpdates);
    return { appHash, response, txs, writes: this.#trace.read() };
  }

  async query(path: string, data: Uint8Array, options: { height?: bigint; prove?: boolean } = {}): Promise<AbciAnswer> {
    const { height = 0n, prove = false } = options;
    const response = await this.#client.request('query', {
      path,
      data: Buffer.from(data).toString('hex'),
      height,
      prove,
    });
    const proof = response['proof_ops'];
    return {
      code: Number(integerIn(response['code'], `${path}.code`)),
      codespace: textIn(response['codespace'], `${path}.codespace`),
      value: Buffer.from(textIn(response['value'], `${path}.value`), 'hex'),
      height: integerIn(response['height'], `${path}.height`),
      ...(proof != null && { proof: merkleProof(this.codec, proof) }),
    };
  }

  disturb(): Promise<void> {
    return Promise.resolve();
  }

  async restart(): Promise<readonly Replayed[]> {
    this.#waitedBefore += this.#client.waited;
    this.#client.close();
    if (this.#running.restart === undefined) {
      await this.#running.stop();
      this.#running = await this.#launch();
      this.#trace.close();
      this.#trace = openStoreTrace(this.#running.storeTrace);
    } else this.#running = await this.#running.restart();
    this.#client = await openAbciClient(this.#running, this.codec);
    const { last_block_height: height, last_block_app_hash: appHash } = await this.#client.request('info', {});
    if (integerIn(height, 'info.last_block_height') === 0n) return this.#replay(this.#client);
    return [{ first: this.#appHash, again: textIn(appHash, 'info.last_block_app_hash') }];
  }

  /** Leads a program that has lost its state through all blocks once more, as CometBFT does when the two meet. */
  async #replay(client: AbciClient): Promise<readonly Replayed[]> {
    const replayed: Replayed[] = [];
    for (const { requests, appHash: first } of this.#history) {
      const [response] = await Promise.all(client.requests(requests));
      replayed.push({ first, again: textIn(response?.['app_hash'], 'response.app_hash') });
    }
    // It has written nothing new.
    this.#trace.read();
    return replayed;
  }

  async stop(): Promise<void> {
    this.#client.close();
    this.#trace.close();
    await this.#running.stop();
  }

  header(claim: HeaderClaim): Value {
    const at = Number(claim.height.revision_height);
    return lightHeader(this.codec, this.#madeAt(at), this.#setAt(at), claim);
  }

  async proof(claim: ProofClaim): Promise<Hex> {
    const { height, root, path } = claim;
    this.#agree(`app hash after ${height}`, root, this.#madeAt(Number(height) + 1).header.app_hash);
    const { proof } = await this.query('/store/ibc/key', Buffer.from(path), { height, prove: true });
    if (proof === undefined) throw new Error(`${this.name} proves nothing under ${path} at ${height}`);
    return proof.toString('hex');
  }

  async #finalize(
    block: Block,
    hash: Hex,
    txs: readonly Buffer[],
    willHalt: boolean,
  ): Promise<Pick<Produced, 'appHash' | 'response'>> {
    const requests: [AbciRequest, AbciRequest] = [
      ['finalize_block', finalizeRequest(block, hash, txs)],
      ['commit', {}],
    ];
    const [finalize, commit] = requests;
    try {
      const [response = {}] = willHalt
        ? [await this.#client.request(...finalize), await this.#client.request(...commit)]
        : await Promise.all(this.#client.requests(requests));
      const appHash = textIn(response['app_hash'], 'response.app_hash');
      this.#history.push({ requests, appHash });
      return { appHash, response: readResponse(response) };
    } catch (error) {
      if (error instanceof ProgramDied) error.block = { ...block, txs };
      throw error;
    }
  }

  async #sign(chainId: string, tx: Tx, signing: Signing | undefined): Promise<Buffer> {
    const key = accountKeyAt(tx.signer);
    if (key === undefined || signing === undefined) throw new Error(`nobody signs for the account ${tx.signer}`);
    const messages = [];
    for (const message of tx.messages) messages.push(await resolveClaims(message, this.#chainOf));
    return signTx(this.codec, { ...tx, messages }, { key, chainId, ...signing });
  }

  #madeAt(height: number): MadeBlock {
    const made = this.#made[height];
    if (made === undefined) throw new Error(`${this.name} has made no block ${height}`);
    return made;
  }

  #setAt(height: number): ValidatorSet {
    const set = this.#sets[height];
    if (set === undefined) throw new Error(`the validator set of ${this.name} at ${height} is not known yet`);
    return set;
  }

  #agree(what: string, given: Hex | bigint, own: Hex | bigint): void {
    if (given !== own) throw new Error(`the ${what} of ${this.name} is ${own}, the block says ${given}`);
  }
}
