import type { Block, ChainName, ConsensusValidator, Tx, ValidatorUpdate } from '../../../specs/block.ts';
import type { HeaderClaim } from '../../../specs/claim.ts';
import type { ChainGenesis } from '../../../specs/genesis.ts';
import { isList, type Hex, type Value } from '../../../specs/value.ts';
import type { Signing } from '../../../model/chain.ts';
import { applyUpdates, validatorsHash, type ValidatorSet } from '../../../model/consensus/validator-set.ts';
import { accountKeyAt } from '../../../traces/keys.ts';
import type { Codec } from '../../codec/codec.ts';
import { resolveClaims, type Witnessing } from '../../ibc/resolve-claims.ts';
import type { Program } from '../../releases/program.ts';
import type { RunningProgram, Runtime } from '../../runtimes/runtime.ts';
import type { Answer, Produced, RunningChain, Started } from '../engine.ts';
import { openAbciClient, type AbciClient } from './abci-client.ts';
import { signedCommit } from './commit.ts';
import { CONSENSUS_PARAMS } from './consensus-params.ts';
import { appStateOf } from './genesis/app-state.ts';
import { headerHash, headerOf, type BlockId, type Header } from './header.ts';
import { openStoreTrace, type StoreTrace } from './store-trace.ts';
import { signTx } from './transaction.ts';

/** The hash of the parts of a block, which nobody here looks at. */
const PARTS = { total: 1, hash: '00'.repeat(32) };

interface Made {
  readonly header: Header;
  readonly blockId: BlockId;
  readonly absent: ReadonlySet<Hex>;
}

type Fields = Readonly<Record<string, Value | undefined>>;

/** A program and the harness as its consensus engine: time, votes, evidence and order are exact. */
export class LockstepChain implements RunningChain, Witnessing {
  readonly name: ChainName;
  readonly codec: Codec;
  readonly #running: RunningProgram;
  readonly #client: AbciClient;
  readonly #trace: StoreTrace;
  readonly #program: Program;
  readonly #chainOf: (name: ChainName) => Witnessing;
  /** By height. */
  readonly #made: (Made | undefined)[] = [undefined];
  readonly #sets: ValidatorSet[] = [];
  #appHash: Hex = '';

  private constructor(
    name: ChainName,
    program: Program,
    chainOf: (name: ChainName) => Witnessing,
    running: RunningProgram,
    client: AbciClient,
  ) {
    this.name = name;
    this.codec = program.codec;
    this.#program = program;
    this.#chainOf = chainOf;
    this.#running = running;
    this.#client = client;
    this.#trace = openStoreTrace(running.storeTrace);
  }

  /** Starts the program of a chain; its genesis may come later. `chainOf` finds the chains that its messages speak of. */
  static async launch(
    name: ChainName,
    chainId: string,
    program: Program,
    runtime: Runtime,
    chainOf: (name: ChainName) => Witnessing,
  ): Promise<LockstepChain> {
    const running = await runtime.launch({ program, chainId });
    try {
      const client = await openAbciClient(running, program.codec);
      await client.request('info', {});
      return new LockstepChain(name, program, chainOf, running, client);
    } catch (error) {
      await running.stop();
      throw error;
    }
  }

  get waited(): number {
    return this.#client.waited;
  }

  async start(genesis: ChainGenesis): Promise<Started> {
    const state = Buffer.from(JSON.stringify(appStateOf(this.#program, genesis)));
    const response = await this.#client.request('init_chain', {
      time: genesis.time,
      chain_id: genesis.chainId,
      consensus_params: CONSENSUS_PARAMS,
      validators: [],
      app_state_bytes: state.toString('hex'),
      initial_height: 1n,
    });
    const validatorUpdates = updatesIn(response['validators']);
    const set = applyUpdates([], validatorUpdates);
    this.#sets.push([], set, set);
    this.#appHash = textOf(response['app_hash']);
    return { appHash: this.#appHash, validatorUpdates };
  }

  async produce(block: Block, signings: readonly Signing[], absent: ReadonlySet<Hex>): Promise<Produced> {
    const at = Number(block.height);
    const set = this.#setAt(at);
    this.#agree('app hash', block.appHash, this.#appHash);
    this.#agree('validators hash', block.validatorsHash, validatorsHash(set));
    this.#agree('next validators hash', block.nextValidatorsHash, validatorsHash(this.#setAt(at + 1)));
    const txs: Buffer[] = [];
    for (const [i, tx] of block.txs.entries()) txs.push(await this.#sign(block.chainId, tx, signings[i]));
    const header = headerOf(block, this.#made[at - 1]?.blockId, txs);
    const hash = headerHash(this.codec, header);
    this.#made[at] = { header, blockId: { hash, part_set_header: PARTS }, absent };
    const finalized = this.#client.request('finalize_block', {
      txs: txs.map((tx) => tx.toString('hex')),
      decided_last_commit: { round: 0, votes: block.votes.map(voteOf) },
      misbehavior: block.misbehavior.map(misbehaviorOf),
      hash,
      height: block.height,
      time: block.time,
      next_validators_hash: block.nextValidatorsHash,
      proposer_address: block.proposer,
    });
    const committed = this.#client.request('commit', {});
    // A program that refuses the block closes the connection, so both fail; only the first error says why.
    committed.catch(() => undefined);
    const response = await finalized;
    await committed;
    this.#appHash = textOf(response['app_hash']);
    this.#sets[at + 2] = applyUpdates(this.#setAt(at + 1), updatesIn(response['validator_updates']));
    return { appHash: this.#appHash, response: response as Value, writes: this.#trace.read() };
  }

  async query(path: string, data: Uint8Array, options: { height?: bigint; prove?: boolean } = {}): Promise<Answer> {
    const { height = 0n, prove = false } = options;
    const response = await this.#client.request('query', {
      path,
      data: Buffer.from(data).toString('hex'),
      height,
      prove,
    });
    const proof = response['proof_ops'];
    return {
      code: Number(response['code']),
      codespace: textOf(response['codespace']),
      value: Buffer.from(textOf(response['value']), 'hex'),
      height: BigInt(String(response['height'])),
      ...(proof != null && { proof: this.#merkleProof(proof) }),
    };
  }

  async stop(): Promise<void> {
    this.#client.close();
    await this.#running.stop();
  }

  header({ height, trusted_height, trusted_validators, tampered }: HeaderClaim): Value {
    const at = Number(height.revision_height);
    const made = this.#made[at];
    if (made === undefined) throw new Error(`${this.name} has made no block ${at}`);
    const { header, blockId, absent } = made;
    const set = this.#setAt(at);
    const commit = signedCommit(this.codec, {
      chainId: header.chain_id,
      height: header.height,
      time: header.time,
      blockId,
      set,
      absent,
    });
    const real = {
      '@type': '/ibc.lightclients.tendermint.v1.Header',
      signed_header: { header, commit },
      validator_set: validatorSet(set),
      trusted_height,
      trusted_validators: validatorSet(trusted_validators),
    };
    switch (tampered) {
      case '':
        return real;
      case 'app-hash':
        return { ...real, signed_header: { header: { ...header, app_hash: 'ff'.repeat(32) }, commit } };
      case 'signature':
        return { ...real, signed_header: { header, commit: withBrokenSignature(commit) } };
      case 'trusted-validators':
        return { ...real, trusted_validators: validatorSet(trusted_validators.map((v) => ({ ...v, power: v.power + 1n }))) };
    }
  }

  async proof(height: bigint, path: string): Promise<Hex> {
    const answer = await this.query('/store/ibc/key', Buffer.from(path), { height, prove: true });
    if (answer.proof === undefined) throw new Error(`${this.name} proves nothing under ${path} at ${height}`);
    return answer.proof.toString('hex');
  }

  /** `MerkleProof` is the list of the proofs that the program gives, the innermost first (ICS-23). */
  #merkleProof(ops: Value): Buffer {
    const proofs = listOf(fieldsOf(ops)['ops']).map((op) =>
      this.codec.decode('cosmos.ics23.v1.CommitmentProof', Buffer.from(textOf(fieldsOf(op)['data']), 'hex')),
    );
    return Buffer.from(this.codec.encode('ibc.core.commitment.v1.MerkleProof', { proofs }));
  }

  async #sign(chainId: string, tx: Tx, signing: Signing | undefined): Promise<Buffer> {
    const key = accountKeyAt(tx.signer);
    if (key === undefined || signing === undefined) throw new Error(`nobody signs for the account ${tx.signer}`);
    const messages = [];
    for (const message of tx.messages) messages.push(await resolveClaims(message, this.#chainOf));
    return signTx(this.codec, messages, tx.fee, { key, chainId, ...signing });
  }

  #setAt(height: number): ValidatorSet {
    const set = this.#sets[height];
    if (set === undefined) throw new Error(`the validator set of ${this.name} at ${height} is not known yet`);
    return set;
  }

  #agree(what: string, given: Hex, own: Hex): void {
    if (given !== own) throw new Error(`the ${what} of ${this.name} is ${own}, the block says ${given}`);
  }
}

function voteOf({ address, power, signed }: Block['votes'][number]): Value {
  return {
    validator: { address, power },
    block_id_flag: signed ? 'BLOCK_ID_FLAG_COMMIT' : 'BLOCK_ID_FLAG_ABSENT',
  };
}

function misbehaviorOf({ type, address, power, height, time, totalPower }: Block['misbehavior'][number]): Value {
  return {
    type: type === 'duplicate-vote' ? 'DUPLICATE_VOTE' : 'LIGHT_CLIENT_ATTACK',
    validator: { address, power },
    height,
    time,
    total_voting_power: totalPower,
  };
}

/** `tendermint.types.ValidatorSet`; the proposer only has to be a member. */
function validatorSet(set: readonly ConsensusValidator[]): Value {
  const validators = set.map(({ address, pubKey, power }) => ({
    address,
    pub_key: { ed25519: pubKey },
    voting_power: power,
  }));
  return { validators, proposer: validators[0] ?? null };
}

function withBrokenSignature(commit: Value): Value {
  const fields = fieldsOf(commit);
  const signatures = listOf(fields['signatures']);
  const first = signatures.findIndex((signature) => textOf(fieldsOf(signature)['signature']) !== '');
  const broken = signatures.map((signature, i) => {
    const parts = fieldsOf(signature);
    const bytes = Buffer.from(textOf(parts['signature']), 'hex');
    if (i !== first || bytes[0] === undefined) return signature;
    bytes[0] ^= 1;
    return { ...parts, signature: bytes.toString('hex') };
  });
  return { ...fields, signatures: broken };
}

function updatesIn(updates: Value | undefined): ValidatorUpdate[] {
  return listOf(updates).map((update) => {
    const { pub_key, power } = fieldsOf(update);
    return { pubKey: textOf(fieldsOf(pub_key)['ed25519']), power: BigInt(String(power)) };
  });
}

function listOf(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}

function fieldsOf(value: Value | undefined): Fields {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
