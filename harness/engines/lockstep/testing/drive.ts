import type { Block, ChainName, Message } from '../../../../specs/block.ts';
import type { HeaderClaim, ProofClaim } from '../../../../specs/claim.ts';
import type { ChainGenesis } from '../../../../specs/genesis.ts';
import { SECOND, type Hex, type Nanos, type Value } from '../../../../specs/value.ts';
import { applyUpdates, validatorsHash, type ValidatorSet } from '../../../../model/consensus/validator-set.ts';
import { accountKey } from '../../../../traces/setup/keys.ts';
import { GENESIS_TIME } from '../../../../traces/setup/setup.ts';
import type { Program } from '../../../releases/program.ts';
import { processRuntime } from '../../../runtimes/process.ts';
import type { Runtime } from '../../../runtimes/runtime.ts';
import type { ChainEvent, Produced } from '../../../facts/answers.ts';
import { LockstepChain } from '../chain.ts';

/** What a transaction answered. */
export interface Answered {
  readonly code: number;
  readonly log: string;
}

/** A transaction of a test: who signs which messages. */
export type Signed = readonly [signer: string, ...messages: Message[]];

interface BlockOptions {
  readonly seconds?: number;
  readonly absent?: readonly Hex[];
}

/** The chains of a test, which share a clock and can show each other their headers. */
export class Drives {
  clock: Nanos = GENESIS_TIME;
  readonly #drives = new Map<ChainName, Drive>();

  async launch(
    name: ChainName,
    program: Program,
    genesis: ChainGenesis,
    {
      runtime = processRuntime,
      keepsState = false,
    }: { readonly runtime?: Runtime; readonly keepsState?: boolean } = {},
  ): Promise<Drive> {
    const chainOf = (other: ChainName): LockstepChain => {
      const drive = this.#drives.get(other);
      if (drive === undefined) throw new Error(`there is no chain ${other}`);
      return drive.chain;
    };
    const chain = await LockstepChain.launch(name, genesis.chainId, program, runtime, chainOf, { keepsState });
    const drive = new Drive(this, chain, genesis);
    this.#drives.set(name, drive);
    await drive.start();
    return drive;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#drives.values()].map(({ chain }) => chain.stop()));
  }
}

/** A chain that a test drives without a model: it believes what the program answers. */
export class Drive {
  readonly chain: LockstepChain;
  readonly genesis: ChainGenesis;
  readonly appHashes: Hex[] = [];
  readonly sets: ValidatorSet[] = [];
  readonly blocks: (Block | undefined)[] = [undefined];
  readonly #all: Drives;
  readonly #absent: ReadonlySet<Hex>[] = [];
  /** By address; that of a genesis validator has signed its genesis transaction. */
  readonly #sequences = new Map<Hex, bigint>();

  constructor(all: Drives, chain: LockstepChain, genesis: ChainGenesis) {
    this.#all = all;
    this.chain = chain;
    this.genesis = genesis;
    if (genesis.kind === 'provider') for (const { operator } of genesis.validators) this.#sequences.set(operator, 1n);
  }

  get height(): number {
    return this.blocks.length - 1;
  }

  async start(): Promise<void> {
    const { appHash, validatorUpdates } = await this.chain.start(this.genesis);
    const set = applyUpdates([], validatorUpdates);
    this.sets.push([], set, set);
    this.appHashes.push(appHash);
  }

  /** Makes a block of these transactions; each account's sequence goes on unless the ante handler refused it. */
  async block(txs: readonly Signed[] = [], options: BlockOptions = {}): Promise<Produced & { answers: Answered[] }> {
    const { seconds = 1, absent = [] } = options;
    const at = this.blocks.length;
    if (at > 1) this.#all.clock += BigInt(seconds) * SECOND;
    const block = this.#next(at, txs);
    this.#absent[at] = new Set(absent);
    const signings = txs.map(([signer]) => this.#signing(signer));
    const produced = await this.chain.produce(block, signings, this.#absent[at]);
    this.blocks.push(block);
    this.appHashes.push(produced.appHash);
    const { txResults, validatorUpdates } = produced.response;
    this.sets[at + 2] = applyUpdates(this.set(at + 1), validatorUpdates);
    const answers = txResults.map(({ code, log, events }, i) => {
      if (!tellsSequence(events)) this.#takeBack(txs[i]?.[0] ?? '');
      return { code, log };
    });
    return { ...produced, answers };
  }

  set(height: number): ValidatorSet {
    return this.sets[height] ?? [];
  }

  /** The header at a height, for a client that trusts another one. */
  header(height: number, trusted: number, tampered: HeaderClaim['tampered'] = ''): HeaderClaim {
    const block = this.blocks[height];
    if (block === undefined) throw new Error(`there is no block ${height}`);
    const at = (number: number) => ({ revision_number: this.revision, revision_height: BigInt(number) });
    return {
      '@claim': 'header',
      chain: this.chain.name,
      chain_id: block.chainId,
      height: at(height),
      time: block.time,
      app_hash: block.appHash,
      next_validators_hash: block.nextValidatorsHash,
      validators: this.set(height),
      signed: this.set(height)
        .map(({ address }) => address)
        .filter((address) => this.#absent[height]?.has(address) !== true),
      trusted_height: at(trusted),
      trusted_validators: this.set(trusted + 1),
      tampered,
    };
  }

  /** What stands under a path after the block before the newest, which the newest header proves. */
  proof(path: string, row: Value): ProofClaim {
    const height = this.height - 1;
    const root = this.appHashes[height] ?? '';
    return { '@claim': 'proof', chain: this.chain.name, height: BigInt(height), root, path, row };
  }

  get revision(): bigint {
    return BigInt(/-([1-9][0-9]*)$/u.exec(this.genesis.chainId)?.[1] ?? 0);
  }

  #next(at: number, txs: readonly Signed[]): Block {
    const set = this.set(at);
    return {
      chainId: this.genesis.chainId,
      height: BigInt(at),
      time: at > 1 ? this.#all.clock : this.genesis.time,
      appHash: this.appHashes.at(-1) ?? '',
      validatorsHash: validatorsHash(set),
      nextValidatorsHash: validatorsHash(this.set(at + 1)),
      proposer: set[0]?.address ?? '',
      votes: at === 1 ? [] : this.#votesOn(at - 1),
      misbehavior: [],
      txs: txs.map(([signer, ...messages]) => {
        const { address, publicKey } = accountKey(signer);
        return { signer: address, publicKey: publicKey.toString('hex'), sequence: null, fee: [], messages };
      }),
    };
  }

  #votesOn(height: number): Block['votes'] {
    const absent = this.#absent[height] ?? new Set();
    return this.set(height).map(({ address, power }) => ({ address, power, signed: !absent.has(address) }));
  }

  #takeBack(signer: string): void {
    const { address } = accountKey(signer);
    this.#sequences.set(address, (this.#sequences.get(address) ?? 1n) - 1n);
  }

  #signing(signer: string): { readonly sequence: bigint; readonly accountNumber: bigint } {
    const { address } = accountKey(signer);
    const sequence = this.#sequences.get(address) ?? 0n;
    this.#sequences.set(address, sequence + 1n);
    return {
      sequence,
      accountNumber: BigInt(this.genesis.accounts.findIndex((account) => account.address === address)),
    };
  }
}

/** Whether a transaction used its sequence: the ante handler tells it once it took it. */
function tellsSequence(events: readonly ChainEvent[]): boolean {
  return events.some(({ attributes }) => attributes.has('acc_seq'));
}
