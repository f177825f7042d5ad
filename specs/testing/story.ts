import { viewOf } from '../rows.ts';
import {
  EMPTY_BLOCK,
  type Block,
  type ChainName,
  type Coin,
  type ConsensusValidator,
  type Message,
  type Packet,
  type RowChange,
  type TxResult,
  type ValidatorUpdate,
} from '../block.ts';
import type { ChainKind } from '../chain-kind.ts';
import type { ChainGenesis } from '../genesis.ts';
import { writeValidatorSetChange } from '../ccv-packet.ts';
import { blockEvent, startEvent, type HistoryEvent } from '../event.ts';
import type { Table } from '../table.ts';
import { SECOND, type Hex, type Nanos, type Value } from '../value.ts';

/** What a block of a story does; by default nothing. */
export interface Happening {
  readonly rows?: readonly RowChange[];
  readonly sent?: readonly Packet[];
  readonly received?: readonly Packet[];
  /** The acknowledgement of the received packets. */
  readonly acknowledgement?: Hex;
  readonly votes?: Block['votes'];
  readonly misbehavior?: Block['misbehavior'];
  readonly updates?: readonly ValidatorUpdate[];
  readonly txs?: readonly {
    readonly message: Message;
    readonly result?: TxResult;
    readonly signer?: Hex;
    readonly fee?: readonly Coin[];
  }[];
  readonly seconds?: number;
}

/** What a chain starts from. */
export interface Beginning extends Pick<Happening, 'rows' | 'updates'> {
  /** Parts of its genesis. By default the name of a consumer is its id. */
  readonly genesis?: Readonly<Record<string, Value>>;
  /** By default it follows from the name. */
  readonly kind?: ChainKind;
}

interface Chain {
  readonly name: ChainName;
  readonly kind: ChainKind;
  readonly rows: Map<string, Map<string, Value>>;
  readonly sets: (readonly ConsensusValidator[])[];
  height: bigint;
  time: Nanos;
}

/** The parts of a genesis that properties and witnesses read. */
const DEFAULT_GENESIS = {
  provider: () => ({ provider: { blocks_per_epoch: 5n } }),
  consumer: (name: ChainName) => ({ ccv: { params: { consumer_id: name } } }),
  sovereign: () => ({}),
} as const;

/** A history that a test builds row by row. */
export class Story {
  readonly events: HistoryEvent[] = [];
  readonly #chains = new Map<ChainName, Chain>();

  /** Starts a chain: `provider`, or any other name for a consumer. */
  start(name: ChainName, beginning: Beginning = {}): this {
    const { rows = [], updates = [], genesis = {}, kind = name === 'provider' ? 'provider' : 'consumer' } = beginning;
    const set = applied([], updates);
    const chain: Chain = { name, kind, rows: new Map(), sets: [[], set, set], height: 0n, time: 0n };
    this.#chains.set(name, chain);
    write(chain, rows);
    this.events.push(
      startEvent({
        chain: name,
        kind,
        observation: {
          height: 0n,
          txResults: [],
          validatorUpdates: updates,
          sentPackets: [],
          writtenAcks: [],
          changes: rows,
        },
        view: viewOf(frozen(chain.rows)),
        genesis: { kind, chainId: name, ...DEFAULT_GENESIS[kind](name), ...genesis } as unknown as ChainGenesis,
        set,
      }),
    );
    return this;
  }

  /** Makes a block. */
  block(name: ChainName, happening: Happening = {}): this {
    const chain = this.#chains.get(name);
    if (chain === undefined) throw new Error(`${name} has not started`);
    const { rows = [], sent = [], received = [], updates = [], txs = [], seconds = 1 } = happening;
    const { acknowledgement = '', votes = [], misbehavior = [] } = happening;
    chain.height++;
    chain.time += BigInt(seconds) * SECOND;
    write(chain, rows);
    const at = Number(chain.height);
    const next = chain.sets[at + 1] ?? [];
    chain.sets[at + 2] = updates.length === 0 ? next : applied(next, updates);
    this.events.push(
      blockEvent({
        chain: name,
        kind: chain.kind,
        observation: {
          height: chain.height,
          txResults: txs.map(({ result }) => result ?? { codespace: '', code: 0 }),
          validatorUpdates: updates,
          sentPackets: sent,
          writtenAcks: received.map((packet) => ({ packet, acknowledgement })),
          changes: rows,
        },
        view: viewOf(frozen(chain.rows)),
        block: blockOf(chain, txs, votes, misbehavior),
        set: chain.sets[at] ?? [],
        nextSet: next,
      }),
    );
    return this;
  }

  /** Makes empty blocks up to and including this height. */
  until(name: ChainName, height: number): this {
    while ((this.#chains.get(name)?.height ?? 0n) < BigInt(height)) this.block(name);
    return this;
  }
}

/** Writes a row. */
export function put<Row extends Value, K extends string>(table: Table<Row, K>, key: NoInfer<K>, row: Row): RowChange {
  return { table: table.name, key, row };
}

/** Deletes a row. */
export function drop<K extends string>(table: Table<Value, K>, key: NoInfer<K>): RowChange {
  return { table: table.name, key, row: undefined };
}

/** A VSC packet from the provider. */
export function vscPacket(
  sequence: number,
  id: number,
  updates: Readonly<Record<Hex, number>>,
  channel = 'channel-0',
): Packet {
  const data = writeValidatorSetChange({
    updates: Object.entries(updates).map(([pubKey, power]) => ({ pubKey, power: BigInt(power) })),
    valsetUpdateId: BigInt(id),
    slashAcks: [],
  });
  return {
    sequence: BigInt(sequence),
    source_port: 'provider',
    source_channel: channel,
    destination_port: 'consumer',
    destination_channel: 'channel-0',
    data,
    timeout_height: { revision_number: 0n, revision_height: 0n },
    timeout_timestamp: 1n,
  };
}

function write(chain: Chain, changes: readonly RowChange[]): void {
  for (const { table, key, row } of changes) {
    const rows = chain.rows.get(table) ?? new Map<string, Value>();
    chain.rows.set(table, rows);
    if (row === undefined) rows.delete(key);
    else rows.set(key, row);
  }
}

/** Copies the rows, because events are kept while the chain continues. */
function frozen(rows: Chain['rows']): Chain['rows'] {
  return new Map([...rows].map(([table, entries]) => [table, new Map(entries)]));
}

function applied(set: readonly ConsensusValidator[], updates: readonly ValidatorUpdate[]): ConsensusValidator[] {
  const powers = new Map(set.map((validator) => [validator.pubKey, validator]));
  for (const { pubKey, power } of updates) {
    if (power === 0n) powers.delete(pubKey);
    else powers.set(pubKey, { address: pubKey, pubKey, power });
  }
  return [...powers.values()];
}

function blockOf(
  chain: Chain,
  txs: NonNullable<Happening['txs']>,
  votes: Block['votes'],
  misbehavior: Block['misbehavior'],
): Block {
  return {
    ...EMPTY_BLOCK,
    chainId: chain.name,
    height: chain.height,
    time: chain.time,
    votes,
    misbehavior,
    txs: txs.map(({ message, signer = '', fee = [] }) => ({
      signer,
      publicKey: '',
      sequence: null,
      fee,
      messages: [message],
    })),
  };
}
