import type { Hex, Nanos, Value } from './value.ts';

/** The stable name of a chain in a trace: `provider`, or a consumer's name such as `c0`. */
export type ChainName = string;

/** A height of a chain with a revision, as IBC counts it (ICS-02). */
export type Height = {
  readonly revision_number: bigint;
  readonly revision_height: bigint;
};

/** A validator as CometBFT knows it. */
export type ConsensusValidator = {
  /** The first 20 bytes of sha256 of the key. */
  readonly address: Hex;
  /** The ed25519 public key. */
  readonly pubKey: Hex;
  readonly power: bigint;
};

/** How one validator of the set of the block before voted on it. */
export interface Vote {
  readonly address: Hex;
  readonly power: bigint;
  readonly signed: boolean;
}

/** Evidence of misbehaviour that the consensus engine hands to the program. */
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
  /** The sequence that is signed; `null` means the one that the chain expects. */
  readonly sequence: bigint | null;
  readonly fee: readonly Coin[];
  readonly messages: readonly Message[];
  /**
   * The account number that is signed, by default the one that the chain knows; `null` when the signature is not that
   * of the key over this transaction for any account number.
   */
  readonly accountNumber?: bigint | null;
  /** None by default. */
  readonly memo?: string;
  /** The last block in which the transaction may stand; 0, the default, stands for any. */
  readonly timeoutHeight?: bigint;
  /** Set when the bytes in the block are no transaction that the program can read; then all else is empty. */
  readonly undecodable?: true;
}

/** An amount of one denomination (SDK, `Coin`). */
export type Coin = {
  readonly denom: string;
  readonly amount: bigint;
};

/** All that consensus decides of one block: the model's only input. */
export interface Block {
  readonly chainId: string;
  readonly height: bigint;
  readonly time: Nanos;
  /** The state after the block before, as the header says it. */
  readonly appHash: Hex;
  readonly validatorsHash: Hex;
  readonly nextValidatorsHash: Hex;
  readonly proposer: Hex;
  /** Votes on the block before, in the order of its validator set; empty in the first block. */
  readonly votes: readonly Vote[];
  readonly misbehavior: readonly Misbehavior[];
  readonly txs: readonly Tx[];
}

/** A block of which nothing is said but its chain, height and time: a genesis, or the ground of a test. */
export const EMPTY_BLOCK: Omit<Block, 'chainId' | 'height' | 'time'> = {
  appHash: '',
  validatorsHash: '',
  nextValidatorsHash: '',
  proposer: '',
  votes: [],
  misbehavior: [],
  txs: [],
};

/** What a transaction answers. `codespace` is empty and `code` 0 when it succeeds. */
export interface TxResult {
  readonly codespace: string;
  readonly code: number;
}

/** A change of the validator set that the program returns to its consensus engine; power 0 removes. */
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

/** A row of a table that a block changed; `row` is `undefined` when it was deleted. */
export interface RowChange {
  readonly table: string;
  readonly key: string;
  readonly row: Value | undefined;
}

/** Everything that can be seen of a chain after a block. The model predicts it, the observer reads it. */
export interface Observation {
  readonly height: bigint;
  readonly txResults: readonly TxResult[];
  readonly validatorUpdates: readonly ValidatorUpdate[];
  readonly sentPackets: readonly Packet[];
  readonly writtenAcks: readonly WrittenAck[];
  /** The rows whose value after the block differs from the one before it. */
  readonly changes: readonly RowChange[];
  /** Set when the program stops itself in this block instead of answering. */
  readonly halt?: string;
}
