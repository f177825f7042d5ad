import { rowsOf } from '../../../specs/rows.ts';
import { EMPTY_BLOCK, type Block, type Message, type Tx, type TxResult } from '../../../specs/block.ts';
import type { HeaderClaim, ProofClaim } from '../../../specs/claim.ts';
import type { Feature } from '../../../specs/feature.ts';
import type { HeightRow } from '../../../specs/tables/ibc/height.ts';
import type { Table } from '../../../specs/table.ts';
import { SECOND, type Value } from '../../../specs/value.ts';
import { applyBlock, initChain, type ModelChain, type Step } from '../../chain.ts';
import type { ChainProgram } from '../../chain-program.ts';
import { sha256 } from '../../consensus/merkle.ts';
import { addressOfKey, sortValidators, validatorsHash, type ValidatorSet } from '../../consensus/validator-set.ts';
import type { Context, IbcApp, Module } from '../../context.ts';
import type { State } from '../../draft.ts';
import { capabilityModule } from '../capability.ts';
import { ibcModule } from '../module.ts';
import { rowAt } from '../path.ts';
import { transferApp, transferModule } from '../transfer/module.ts';

/** When the chains of the tests start. */
export const START = 1_767_225_600n * SECOND;

/** A set of validators made from small numbers, each with its power. */
export function validatorSet(...powers: readonly bigint[]): ValidatorSet {
  return sortValidators(
    powers.map((power, i) => {
      const pubKey = (i + 1).toString(16).padStart(2, '0').repeat(32);
      return { address: addressOfKey(pubKey), pubKey, power };
    }),
  );
}

/** A chain of IBC core, the transfer application and one more application, for the tests of this folder. */
export class TestChain {
  readonly chainId: string;
  readonly states: State[] = [];
  readonly times: bigint[] = [];
  readonly set = validatorSet(10n, 10n, 10n, 10n);
  /** What the other application does instead of its default, which accepts everything. */
  readonly app: Partial<IbcApp> = {};
  /** Runs once, in the next block, before its transactions. */
  next: ((context: Context) => void) | undefined;
  step: Step;
  time = START;
  #chain: ModelChain;

  constructor(chainId: string, features: readonly Feature[], port: string) {
    this.chainId = chainId;
    const hook: Module = {
      name: 'hook',
      beginBlock: (context) => {
        this.next?.(context);
        this.next = undefined;
      },
    };
    const program: ChainProgram = {
      kind: 'provider',
      bech32Prefix: 'cosmos',
      ante: () => {},
      apps: { transfer: transferApp, [port]: acceptingApp(this.app) },
      initGenesis: [capabilityModule(), ibcModule(), transferModule()],
      beginBlock: [ibcModule(), hook],
      endBlock: [],
      accountNumber: () => 0n,
      nextSequence: () => 0n,
    };
    const genesis = { ...GENESIS, chainId, time: START };
    this.step = initChain(program, new Set(features), genesis);
    this.#chain = this.step.chain;
    this.states.push(this.#chain.state);
    this.times.push(START);
    this.run();
  }

  get height(): bigint {
    return BigInt(this.states.length - 1);
  }

  /** Makes a block with one transaction, a second after the one before; the answer to the transaction. */
  run(...messages: readonly Message[]): TxResult {
    this.time += SECOND;
    const txs: readonly Tx[] =
      messages.length === 0 ? [] : [{ signer: '', publicKey: '', sequence: null, fee: [], messages }];
    const block: Block = { ...EMPTY_BLOCK, chainId: this.chainId, height: this.height + 1n, time: this.time, txs };
    this.step = applyBlock(this.#chain, block);
    this.#chain = this.step.chain;
    this.states.push(this.#chain.state);
    this.times.push(this.time);
    return this.step.observation.txResults[0] ?? { codespace: '', code: 0 };
  }

  /** Runs something in a block as a module would; gives back what it returned. */
  call<Result>(action: (context: Context) => Result): Result {
    const results: Result[] = [];
    this.next = (context) => results.push(action(context));
    this.run();
    const [result] = results;
    if (result === undefined) throw new Error('the action returned nothing');
    return result;
  }

  row<Row extends Value, K extends string>(table: Table<Row, K>, key: NoInfer<K>): Row | undefined {
    return rowsOf(this.#chain.state, table).get(key);
  }

  heightOf(height: bigint): HeightRow {
    return { revision_number: 0n, revision_height: height };
  }

  root(height: bigint): string {
    return sha256(Buffer.from(`${this.chainId} ${height}`)).toString('hex');
  }

  /** The header of a height, for a client that trusts another one. */
  header(height: bigint, trusted: bigint, changes: Partial<HeaderClaim> = {}): HeaderClaim {
    return {
      '@claim': 'header',
      chain: this.chainId,
      chain_id: this.chainId,
      height: this.heightOf(height),
      time: this.times[Number(height)] ?? this.time,
      app_hash: this.root(height - 1n),
      next_validators_hash: validatorsHash(this.set),
      validators: this.set,
      signed: this.set.map(({ address }) => address),
      trusted_height: this.heightOf(trusted),
      trusted_validators: this.set,
      tampered: '',
      ...changes,
    };
  }

  /** Proves what stands under a path after the block before the newest; the newest header carries the root. */
  prove(path: string, changes: Partial<ProofClaim> = {}): ProofClaim {
    const height = this.height - 1n;
    const at = rowAt(path);
    const row = at === undefined ? undefined : this.states[Number(height)]?.get(at.table.name)?.get(at.key);
    return {
      '@claim': 'proof',
      chain: this.chainId,
      height,
      root: this.root(height),
      path,
      row: row ?? null,
      ...changes,
    };
  }
}

const GENESIS = {
  kind: 'consumer',
  accounts: [],
  ccv: null,
  reward_denoms: [],
  provider_reward_denoms: [],
  slashing: {
    signed_blocks_window: 1n,
    min_signed_per_window: 0n,
    downtime_jail_duration: 0n,
    slash_fraction_double_sign: 0n,
    slash_fraction_downtime: 0n,
  },
} as const;

function acceptingApp(changes: Partial<IbcApp>): IbcApp {
  return {
    onChanOpenInit: (context, opening) => changes.onChanOpenInit?.(context, opening) ?? opening.version,
    onChanOpenTry: (context, opening) => changes.onChanOpenTry?.(context, opening) ?? opening.counterpartyVersion,
    onChanOpenAck: (...args) => changes.onChanOpenAck?.(...args),
    onChanOpenConfirm: (...args) => changes.onChanOpenConfirm?.(...args),
    onChanCloseInit: (...args) => changes.onChanCloseInit?.(...args),
    onChanCloseConfirm: (...args) => changes.onChanCloseConfirm?.(...args),
    onRecvPacket: (...args) => changes.onRecvPacket?.(...args) ?? { acknowledgement: '01', success: true },
    onAcknowledgementPacket: (...args) => changes.onAcknowledgementPacket?.(...args),
    onTimeoutPacket: (...args) => changes.onTimeoutPacket?.(...args),
  };
}
