import type { Observation, TxResult } from '../../specs/block.ts';
import type { LogBlock } from '../../specs/generated/log.ts';
import type { Step } from '../../model/chain.ts';
import { BeyondModel } from '../decode/beyond-model.ts';
import type { EventPart } from '../follow/presumed.ts';
import { nothingAt, type Observed } from '../observe/observer.ts';
import { responseIn, writesIn } from './entry-values.ts';
import type { LogChain } from './log-chain.ts';

/** A part of an answer that a log may leave out. */
export type Part = 'consensus parameters' | 'answers' | EventPart;

const EVENT_PARTS: readonly EventPart[] = ['transaction codes', 'validator updates', 'packets', 'state'];

/** The parts of a block's event that stand as the model expects them, as the log leaves these parts out. */
export function presumedIn(missing: readonly Part[]): readonly EventPart[] {
  return EVENT_PARTS.filter((part) => missing.includes('answers') || missing.includes(part));
}

/** What a log tells of a block, and which parts it leaves out; those are as the model expects them. */
export interface ObservedInLog {
  readonly observed: Observed;
  readonly missing: readonly Part[];
}

/** Reads what the program answered to a block from its entry in a log. */
export function observedIn(
  { answer, halt }: LogBlock,
  chain: LogChain,
  { observation: mine }: Step,
  txs: readonly Uint8Array[],
): ObservedInLog {
  if (halt !== undefined) return { observed: plain({ ...nothingAt(mine.height), halt }), missing: [] };
  if (answer === undefined) {
    chain.whole = false;
    return { observed: plain(mine), missing: ['answers'] };
  }
  const missing: Part[] = [];
  const produced = { appHash: answer.app_hash ?? '', response: responseIn(answer), txs, writes: writesIn(answer) };
  chain.whole &&= answer.writes !== undefined;
  const { observation: told, unknown, ignored } = chain.observer.observe(mine.height, produced);
  const tell = <Told>(part: Part, isTold: boolean, told: Told, expected: Told): Told => {
    if (!isTold) missing.push(part);
    return isTold ? told : expected;
  };
  const hasPackets = answer.events !== undefined && answer.tx_results !== undefined;
  const observation: Observation = {
    height: mine.height,
    txResults: tell('transaction codes', answer.tx_results !== undefined, told.txResults, mine.txResults),
    validatorUpdates: tell(
      'validator updates',
      answer.validator_updates !== undefined,
      told.validatorUpdates,
      mine.validatorUpdates,
    ),
    sentPackets: tell('packets', hasPackets, told.sentPackets, mine.sentPackets),
    writtenAcks: hasPackets ? told.writtenAcks : mine.writtenAcks,
    changes: tell('state', chain.whole, told.changes, mine.changes),
  };
  checkGas(mine.txResults, observation.txResults, txs);
  return { observed: chain.whole ? { observation, unknown, ignored } : plain(observation), missing };
}

/** The model does not count gas: of a transaction that ran out of it nobody can tell. */
function checkGas(mine: readonly TxResult[], told: readonly TxResult[], txs: readonly Uint8Array[]): void {
  for (const [i, { codespace, code }] of told.entries()) {
    const tx = txs[i];
    if (codespace !== 'sdk' || code !== 11 || mine[i]?.code === 11 || tx === undefined) continue;
    throw new BeyondModel(`transaction ${i}, which ran out of gas`, tx);
  }
}

function plain(observation: Observation): Observed {
  return { observation, unknown: [], ignored: 0 };
}
