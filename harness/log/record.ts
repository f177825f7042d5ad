import type { Block, ChainName, ValidatorUpdate } from '../../specs/block.ts';
import type { LogAnswer, LogBlock, LogEvent, LogStart, LogValidatorUpdate } from '../../specs/generated/log.ts';
import type { ChainGenesis } from '../../specs/genesis.ts';
import { timeToJson } from '../codec/time.ts';
import { CONSENSUS_PARAMS_JSON } from '../engines/consensus-params-json.ts';
import type { ChainEvent, Started, StoreWrite } from '../facts/answers.ts';
import type { Answered } from '../facts/block-fact.ts';
import type { RawBlock } from '../facts/raw-block.ts';
import { lastWrites } from '../observe/last-writes.ts';
import type { Program } from '../releases/program.ts';

/** The events that tell which packets a block sent and which acknowledgements it wrote. */
const RECORDED: ReadonlySet<string> = new Set(['send_packet', 'write_acknowledgement']);

/** What a program answered, as far as it goes into a log. */
type Told = Pick<Answered, 'appHash' | 'response' | 'txs' | 'writes'>;

/** The start of a chain as an entry of a block log. */
export function startEntry(
  chain: ChainName,
  { kind, chainId, time, height = 1n }: Pick<ChainGenesis, 'kind' | 'chainId' | 'time'> & { readonly height?: bigint },
  { appState, appHash, validatorUpdates }: Started,
  { release, sha256 }: Pick<Program, 'release' | 'sha256'>,
): LogStart {
  return {
    entry: 'start',
    chain,
    kind,
    chain_id: chainId,
    time: timeToJson(time),
    ...(height > 1n && { initial_height: height.toString() }),
    release,
    sha256,
    consensus_params: CONSENSUS_PARAMS_JSON,
    app_state: appState,
    answer: { app_hash: appHash, validators: validatorUpdates.map(updateOf) },
  };
}

/** A block of a chain, and what its program answered, as an entry of a block log. */
export function blockEntry(chain: ChainName, block: Omit<Block, 'txs'>, produced: Told): LogBlock {
  return { ...decided(chain, block, produced.txs), answer: answerOf(produced) };
}

/** A block in which the program stopped itself. */
export function haltEntry(chain: ChainName, block: RawBlock, halt: string): LogBlock {
  return { ...decided(chain, block, block.txs), halt };
}

function decided(chain: ChainName, block: Omit<Block, 'txs'>, txs: readonly Uint8Array[]): LogBlock {
  return {
    entry: 'block',
    chain,
    height: block.height.toString(),
    time: timeToJson(block.time),
    app_hash: block.appHash,
    validators_hash: block.validatorsHash,
    next_validators_hash: block.nextValidatorsHash,
    proposer: block.proposer,
    votes: block.votes.map(({ address, power, signed }) => ({ address, power: power.toString(), signed })),
    misbehavior: block.misbehavior.map(({ type, address, power, height, time, totalPower }) => ({
      type,
      address,
      power: power.toString(),
      height: height.toString(),
      time: timeToJson(time),
      total_power: totalPower.toString(),
    })),
    txs: txs.map((tx) => Buffer.from(tx.buffer, tx.byteOffset, tx.byteLength).toString('base64')),
  };
}

function answerOf({ appHash, response, writes }: Told): LogAnswer {
  return {
    ...(appHash !== undefined && { app_hash: appHash }),
    tx_results: response.txResults.map(({ code, codespace, events: all }) => {
      const events = code === 0 ? eventsOf(all) : [];
      return { code, codespace, ...(events.length > 0 && { events }) };
    }),
    validator_updates: response.validatorUpdates.map(updateOf),
    events: eventsOf(response.events),
    writes: writesOf(writes),
  };
}

function eventsOf(events: readonly ChainEvent[]): LogEvent[] {
  return events
    .filter(({ type }) => RECORDED.has(type))
    .map(({ type, attributes }) => ({ type, attributes: [...attributes].map(([key, value]) => ({ key, value })) }));
}

function writesOf(writes: readonly StoreWrite[]): NonNullable<LogAnswer['writes']> {
  const stores: Record<string, { readonly key: string; readonly value?: string }[]> = {};
  for (const [store, last] of lastWrites(writes)) {
    stores[store] = [...last.values()].map(({ key, value }) => ({
      key: key.toString('base64'),
      ...(value !== undefined && { value: value.toString('base64') }),
    }));
  }
  return stores;
}

function updateOf({ pubKey, power }: ValidatorUpdate): LogValidatorUpdate {
  return { pub_key: pubKey, power: power.toString() };
}
