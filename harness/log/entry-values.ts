import type { ValidatorUpdate } from '../../specs/block.ts';
import type { LogAnswer, LogBlock, LogEvent, LogStart, LogValidatorUpdate } from '../../specs/generated/log.ts';
import type { BlockResponse, ChainEvent } from '../facts/answers.ts';
import { parseTime } from '../codec/time-text.ts';
import type { AnswerPart, BlockAnswer } from '../facts/block-fact.ts';
import type { StartAnswer } from '../facts/chain-facts.ts';
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

/** What a program answered to its genesis, from an entry. */
export function startAnswerIn({ app_hash: appHash, validators }: NonNullable<LogStart['answer']>): StartAnswer {
  return { appHash, validatorUpdates: validators && updatesIn(validators) };
}

/** What came of a block, from its entry; `txs` are the transactions of the block. */
export function blockAnswerIn({ answer, halt }: LogBlock, txs: readonly Uint8Array[]): BlockAnswer {
  if (halt !== undefined) return { kind: 'halted', by: 'program', reason: halt };
  if (answer === undefined) return { kind: 'unrecorded' };
  const { app_hash: appHash, tx_results: results, validator_updates: updates, events, writes } = answer;
  const missing: AnswerPart[] = [];
  if (results === undefined) missing.push('transaction codes');
  if (updates === undefined) missing.push('validator updates');
  if (events === undefined || results === undefined) missing.push('packets');
  if (writes === undefined) missing.push('state');
  return { kind: 'answered', appHash, response: responseIn(answer), txs, writes: writesIn(answer), missing };
}

/** Validator updates from an entry. */
export function updatesIn(updates: readonly LogValidatorUpdate[]): ValidatorUpdate[] {
  return updates.map(({ pub_key, power }) => ({ pubKey: pub_key, power: BigInt(power) }));
}

/** What the program answered, from an entry; what is not in the log is empty. */
function responseIn({ tx_results = [], validator_updates = [], events = [] }: LogAnswer): BlockResponse {
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
function writesIn({ writes = {} }: LogAnswer): StoreWrite[] {
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
