import type { ValidatorUpdate } from '../../specs/block.ts';
import type { LogAnswer, LogBlock, LogEvent, LogValidatorUpdate } from '../../specs/generated/log.ts';
import type { Value } from '../../specs/value.ts';
import { parseTime } from '../codec/time-text.ts';
import type { RawBlock } from '../decode/raw-block.ts';
import type { StoreWrite } from '../engines/engine.ts';

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

/** `tendermint.abci.ResponseFinalizeBlock` from an entry; what is not in the log is empty. */
export function responseIn({ tx_results = [], validator_updates = [], events = [] }: LogAnswer): Value {
  return {
    tx_results: tx_results.map(({ code, codespace, events = [] }) => ({
      code,
      codespace,
      events: events.map(eventOf),
    })),
    validator_updates: validator_updates.map(({ pub_key, power }) => ({
      pub_key: { ed25519: pub_key },
      power: BigInt(power),
    })),
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

function eventOf({ type, attributes }: LogEvent): Value {
  return { type, attributes: attributes.map(({ key, value }) => ({ key, value })) };
}
