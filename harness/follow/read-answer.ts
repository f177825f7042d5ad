import type { Observation, TxResult } from '../../specs/block.ts';
import { BeyondModel } from '../facts/beyond-model.ts';
import type { Answered, AnswerPart } from '../facts/block-fact.ts';
import type { Observed } from '../observe/observer.ts';
import type { FollowedChain } from './followed-chain.ts';

/** What a block showed, and which parts nobody recorded; those are as the model expects them. */
export interface ReadAnswer extends Observed {
  readonly missing: readonly AnswerPart[];
}

/** Reads what a program answered to a block, and takes what is missing from what the model expects. */
export function readAnswer(chain: FollowedChain, expected: Observation, answer: Answered): ReadAnswer {
  const { observation: told, unknown, ignored } = chain.observer.observe(expected.height, answer);
  const lacks = new Set(answer.missing);
  // Rows that one block did not tell are unknown for good.
  if (chain.rowsFrom === 'model') lacks.add('state');
  const packets = lacks.has('packets') ? expected : told;
  const observation: Observation = {
    height: expected.height,
    txResults: (lacks.has('transaction codes') ? expected : told).txResults,
    validatorUpdates: (lacks.has('validator updates') ? expected : told).validatorUpdates,
    sentPackets: packets.sentPackets,
    writtenAcks: packets.writtenAcks,
    changes: (lacks.has('state') ? expected : told).changes,
  };
  const missing = PARTS.filter((part) => lacks.has(part));
  return lacks.has('state')
    ? { observation, unknown: [], ignored: 0, missing }
    : { observation, unknown, ignored, missing };
}

const PARTS: readonly AnswerPart[] = ['transaction codes', 'validator updates', 'packets', 'state'];

/** An answer that nobody recorded: all of it is as the model expects. */
export function unrecorded(expected: Observation): ReadAnswer {
  return { observation: expected, unknown: [], ignored: 0, missing: PARTS };
}

/** The model does not count gas: nobody can tell whether a transaction of others had to run out of it. */
export function checkGas(
  expected: readonly TxResult[],
  observed: readonly TxResult[],
  txs: readonly Uint8Array[],
): void {
  for (const [i, { codespace, code }] of observed.entries()) {
    const tx = txs[i];
    if (codespace !== 'sdk' || code !== 11 || expected[i]?.code === 11 || tx === undefined) continue;
    throw new BeyondModel(`transaction ${i}, which ran out of gas`, tx);
  }
}
