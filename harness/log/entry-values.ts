import type { ValidatorUpdate } from '../../specs/block.ts';
import type { LogAnswer, LogBlock, LogEvent, LogValidatorUpdate } from '../../specs/generated/log.ts';
import type { BlockResponse, ChainEvent } from '../facts/answers.ts';
import { parseTime } from '../codec/time-text.ts';
import type { RawBlock } from '../facts/raw-block.ts';
import type { StoreWrite } from '../facts/answers.ts';

/** What consensus decided of a block, from its entry. */
export function rawBlockIn(entry: LogBlock, chainId: string): RawBlock {
  return {
    chainId,
    height: BigInt(entry.height),
    time: parseTime(entry.time),
    appHash: entry.app_hash,
    validatorsHash: entry.validators_hash,
    nextValidatorsHash: entry.next_validators_hash,
    proposer: entry.proposer,
    votes: entry.votes.map(({ address, power, signed }) => ({ address, power: BigInt(power), signed })),
    misbehavior: entry.misbehavior.map(({ type, address, power, height, time, total_power }) => ({
      type,
      address,
      power: BigInt(power),
      height: BigInt(height),
      time: parseTime(time),
      totalPower: BigInt(total_power),
    })),
    txs: entry.txs.map((tx) => Buffer.from(tx, 'base64')),
  };
}

/** Validator updates from an entry. */
export function updatesIn(updates: readonly LogValidatorUpdate[]): ValidatorUpdate[] {
  return updates.map(({ pub_key, power }) => ({ pubKey: pub_key, power: BigInt(power) }));
}

/** What the program answered, from an entry; what is not in the log is empty. */
export function responseIn({ tx_results = [], validator_updates = [], events = [] }: LogAnswer): BlockResponse {
  return {
    txResults: tx_results.map(({ code, codespace, events = [] }) => ({
      code,
      codespace,
      log: '',
      events: events.map(eventOf),
    })),
    validatorUpdates: updatesIn(validator_updates),
    events: events.map(eventOf),
  };
}

/** The writes of a block from an entry. */
export function writesIn({ writes = {} }: LogAnswer): StoreWrite[] {
  return Object.entries(writes).flatMap(([store, entries]) =>
    entries.map(({ key, value }) => ({
      store,
      key: Buffer.from(key, 'base64'),
      value: value === undefined ? undefined : Buffer.from(value, 'base64'),
    })),
  );
}

function eventOf({ type, attributes }: LogEvent): ChainEvent {
  return { type, attributes: new Map(attributes.map(({ key, value }) => [key, value])) };
}
