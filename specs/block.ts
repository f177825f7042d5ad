import type { HaltCause } from './halt-cause.ts';
import type { Hex, Nanos, Value } from './value.ts';

/** The stable name of a chain in a trace: `provider`, or a consumer's name such as `c0`. */
export type ChainName = string;

/** A height with a revision, as IBC counts it (ICS-02). */
export type Height = {
  readonly revision_number: bigint;
  readonly revision_height: bigint;
};

/** A validator in CometBFT. */
export type ConsensusValidator = {
  /** The first 20 bytes of sha256 of the key. */
  readonly address: Hex;
  /** The ed25519 public key. */
  readonly pubKey: Hex;
  readonly power: bigint;
};

/** How one validator of the previous block's set voted on that block. */
export interface Vote {
  readonly address: Hex;
  readonly power: bigint;
  readonly signed: boolean;
}

/** Evidence of misbehaviour that the consensus engine passes to the program. */
export interface Misbehavior {
  readonly type: 'duplicate-vote' | 'light-client-attack';
  readonly address: Hex;
  readonly power: bigint;
  readonly height: bigint;
  readonly time: Nanos;
  readonly totalPower: bigint;
}

/** A message of a transaction: its protobuf fields as plain data (see `Value`), and its type URL. */
export type Message = { readonly '@type': string; readonly [field: string]: Value | undefined };

/** A signed transaction. */
export interface Tx {
  /** The account that signs, 20 bytes. */
  readonly signer: Hex;
  /** The secp256k1 key that it signs with, 33 bytes. */
  readonly publicKey: Hex;
  /** The signed sequence; `null` means the one that the chain expects. */
  readonly sequence: bigint | null;
  readonly fee: readonly Coin[];
  readonly messages: readonly Message[];
  /**
   * The signed account number, by default the one on the chain; `null` if the signature is invalid for every account
   * number.
   */
  readonly accountNumber?: bigint | null;
  /** None by default. */
  readonly memo?: string;
  /** The timeout height of the transaction; 0, the default, means none. */
  readonly timeoutHeight?: bigint;
  /** Set if the program cannot decode the bytes of the transaction; then all other fields are empty. */
  readonly undecodable?: true;
}

/** An amount of one denomination (SDK, `Coin`). */
export type Coin = {
  readonly denom: string;
  readonly amount: bigint;
};

/** Everything that consensus decides about one block: the model's only input. */
export interface Block {
  readonly chainId: string;
  readonly height: bigint;
  readonly time: Nanos;
  /** The state after the previous block, as in the header. */
  readonly appHash: Hex;
  readonly validatorsHash: Hex;
  readonly nextValidatorsHash: Hex;
  readonly proposer: Hex;
  /** Votes on the previous block, in the order of its validator set; empty in the first block. */
  readonly votes: readonly Vote[];
  readonly misbehavior: readonly Misbehavior[];
  readonly txs: readonly Tx[];
}

/** A block with only a chain, height and time: for a genesis, or as the base of a test. */
export const EMPTY_BLOCK: Omit<Block, 'chainId' | 'height' | 'time'> = {
  appHash: '',
  validatorsHash: '',
  nextValidatorsHash: '',
  proposer: '',
  votes: [],
  misbehavior: [],
  txs: [],
};

/** The result of a transaction. `codespace` is empty and `code` 0 if it succeeds. */
export interface TxResult {
  readonly codespace: string;
  readonly code: number;
}

/** A validator update that the program returns to its consensus engine; power 0 removes the validator. */
export interface ValidatorUpdate {
  readonly pubKey: Hex;
  readonly power: bigint;
}

/** An IBC packet (ICS-04). */
export type Packet = {
  readonly sequence: bigint;
  readonly source_port: string;
  readonly source_channel: string;
  readonly destination_port: string;
  readonly destination_channel: string;
  readonly data: Hex;
  readonly timeout_height: Height;
  readonly timeout_timestamp: bigint;
};

/** A packet with the acknowledgement that its receiver wrote. */
export interface WrittenAck {
  readonly packet: Packet;
  readonly acknowledgement: Hex;
}

/** A row of a table that a block changed; `row` is `undefined` if it was deleted. */
export interface RowChange {
  readonly table: string;
  readonly key: string;
  readonly row: Value | undefined;
}

/** Everything observable of a chain after a block. The model predicts it, the observer reads it. */
export interface Observation {
  readonly height: bigint;
  readonly txResults: readonly TxResult[];
  readonly validatorUpdates: readonly ValidatorUpdate[];
  readonly sentPackets: readonly Packet[];
  readonly writtenAcks: readonly WrittenAck[];
  /** The rows whose value changed in the block. */
  readonly changes: readonly RowChange[];
  /** Set if the program halts in this block: what it says, or why the model expects it. */
  readonly halt?: string;
  /** The cause that the model predicts. */
  readonly haltCause?: HaltCause;
}
