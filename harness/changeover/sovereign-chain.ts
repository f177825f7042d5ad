import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BECH32_PREFIX } from '../../specs/bech32-prefix.ts';
import { EMPTY_BLOCK, type Message, type ValidatorUpdate } from '../../specs/block.ts';
import type { ConsumerGenesis } from '../../specs/genesis.ts';
import { SECOND, type Fields, type Hex, type Nanos } from '../../specs/value.ts';
import { accountKey, consensusKey } from '../../traces/keys.ts';
import { DEFAULT_SETUP, GENESIS_TIME, providerGenesis, stakersGenesis } from '../../traces/setup.ts';
import { finalizeRequest, initRequest } from '../engines/lockstep/abci-values.ts';
import { openAbciClient, type AbciClient } from '../engines/lockstep/abci-client.ts';
import { appStateWith } from '../engines/lockstep/genesis/app-state.ts';
import { genesisTx } from '../engines/lockstep/genesis/genesis-tx.ts';
import { signTx } from '../engines/lockstep/transaction.ts';
import { integerIn, listIn, messageIn, textIn } from '../observe/fields.ts';
import { readUpdates } from '../observe/response.ts';
import type { Program } from '../releases/program.ts';
import { processRuntime } from '../runtimes/process.ts';
import type { RunningProgram } from '../runtimes/runtime.ts';

/** Its chain id, before and after. */
export const CHAIN_ID = 'c0-1';
/** What the consumer calls the upgrade that makes a consumer of its chain. */
export const UPGRADE = 'sovereign-changeover';
/** Where it looks for its CCV genesis then, in its folder. */
const GENESIS_FILE = '.sovereign/config/genesis.json';
const VALIDATORS = DEFAULT_SETUP.validators.map((_, i) => `v${i}`);

/** The consensus keys of a chain that lives on its own: of the provider's validators only the first one is among them. */
export const OWN_KEYS: readonly string[] = VALIDATORS.map((name, i) => (i === 0 ? name : `k${i}`));

/** What a block of it answered. */
export interface Answered {
  readonly codes: readonly number[];
  readonly updates: readonly ValidatorUpdate[];
  readonly appHash: Hex;
}

/** A chain that lives on its own, with four validators, and its program on its disk. */
export class SovereignChain {
  readonly #program: Program;
  #running: RunningProgram;
  #client: AbciClient;
  #height = 0n;
  #time: Nanos = GENESIS_TIME;
  readonly #sequences = new Map<string, bigint>();

  private constructor(program: Program, running: RunningProgram, client: AbciClient) {
    this.#program = program;
    this.#running = running;
    this.#client = client;
  }

  static async start(program: Program): Promise<SovereignChain> {
    const running = await processRuntime.launch({ program, chainId: CHAIN_ID, keepsState: true });
    const chain = new SovereignChain(program, running, await openAbciClient(running, program.codec));
    await chain.#client.request('info', {});
    const began = { chainId: CHAIN_ID, height: 1n, time: GENESIS_TIME };
    await chain.#client.request('init_chain', initRequest(began, appStateOf(program)));
    return chain;
  }

  get height(): bigint {
    return this.#height;
  }

  /** Makes a block in which each of these accounts sends a message. Throws a `ProgramDied` when the program stops itself. */
  async block(
    messages: readonly (readonly [signer: string, message: Message])[] = [],
    seconds = 1n,
  ): Promise<Answered> {
    const height = this.#height + 1n;
    const time = height > 1n ? this.#time + seconds * SECOND : this.#time;
    const txs = messages.map(([signer, message]) => this.#sign(signer, message));
    const proposer = consensusKey('v0').address;
    const block = { ...EMPTY_BLOCK, chainId: CHAIN_ID, height, time, proposer };
    const response = await this.#client.request('finalize_block', finalizeRequest(block, '00'.repeat(32), txs));
    await this.#client.request('commit', {});
    this.#height = height;
    this.#time = time;
    const results = listIn(response['tx_results'], 'response.tx_results');
    return {
      codes: results.map((result) => Number(integerIn(messageIn(result, 'result')['code'], 'result.code'))),
      updates: readUpdates(response['validator_updates'], 'response.validator_updates'),
      appHash: textIn(response['app_hash'], 'response.app_hash'),
    };
  }

  /** Starts another program over the data, with this genesis of its CCV module; answers what it says of itself. */
  async changeOver(program: Program, ccvconsumer: unknown): Promise<Fields> {
    const file = join(dirname(this.#running.socket), GENESIS_FILE);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ chain_id: CHAIN_ID, initial_height: 1, app_state: { ccvconsumer } }));
    this.#client.close();
    if (this.#running.restart === undefined) throw new Error('a program cannot be replaced here');
    this.#running = await this.#running.restart(program);
    this.#client = await openAbciClient(this.#running, program.codec);
    return this.#client.request('info', {});
  }

  /** All entries of a store under a prefix. */
  async entries(store: string, prefix: Hex): Promise<string> {
    const response = await this.#client.request('query', { path: `/store/${store}/subspace`, data: prefix });
    return textIn(response['value'], 'query.value');
  }

  async stop(): Promise<void> {
    this.#client.close();
    await this.#running.stop();
  }

  #sign(signer: string, message: Message): Buffer {
    const key = accountKey(signer);
    // That of a genesis validator has signed its genesis transaction.
    const sequence = this.#sequences.get(signer) ?? (VALIDATORS.includes(signer) ? 1n : 0n);
    this.#sequences.set(signer, sequence + 1n);
    const { accounts } = providerGenesis(DEFAULT_SETUP);
    const accountNumber = BigInt(accounts.findIndex(({ address }) => address === key.address));
    const tx = { messages: [message], fee: [] };
    return signTx(this.#program.codec, tx, { key, chainId: CHAIN_ID, accountNumber, sequence });
  }
}

function appStateOf(program: Program): object {
  const { accounts, validators, slashing, ...staked } = providerGenesis(DEFAULT_SETUP);
  const genTxs = validators.map((validator, i) =>
    genesisTx(
      program.codec,
      CHAIN_ID,
      { ...validator, pubKey: consensusKey(OWN_KEYS[i] ?? '').pubKey },
      staked.staking.bond_denom,
      `${BECH32_PREFIX.consumer}valoper`,
    ),
  );
  const genesis: ConsumerGenesis = {
    kind: 'consumer',
    chainId: CHAIN_ID,
    time: GENESIS_TIME,
    accounts,
    slashing,
    democracy: stakersGenesis(DEFAULT_SETUP),
    ccv: {},
    reward_denoms: [],
    provider_reward_denoms: [],
  };
  // Of the CCV module it knows nothing yet.
  const { ccvconsumer: _, ...state } = appStateWith([], withCcv(program), genesis);
  return { ...state, genutil: { gen_txs: genTxs } };
}

function withCcv(program: Program): Program {
  return { ...program, defaultGenesis: { ...program.defaultGenesis, ccvconsumer: { params: {} } } };
}
