import type { ValidatorUpdate } from '../../specs/block.ts';
import type { LogBlock, LogEntry, LogStart } from '../../specs/generated/log.ts';
import type { Value } from '../../specs/value.ts';
import { programOf, type Programs } from '../releases/programs.ts';
import { parseTime } from '../codec/time-text.ts';
import { compareValues } from '../compare/compare-values.ts';
import type { Difference } from '../compare/difference.ts';
import { openAbciClient } from '../engines/lockstep/abci-client.ts';
import { finalizeRequest, initRequest } from '../engines/lockstep/abci-values.ts';
import { rawBlockIn, updatesIn } from '../log/entry-values.ts';
import { textIn } from '../observe/fields.ts';
import { readResponse, readUpdates } from '../observe/response.ts';
import { processRuntime } from '../runtimes/process.ts';

/** The hash of a block is something that no module stores. */
const ANY_HASH = '00'.repeat(32);

/**
 * Leads a new program of each chain through the blocks that real nodes have made, as the lockstep engine does, and says
 * in which block of each chain it first comes to something else than they: the app hash is over the whole state.
 */
export async function leadThrough(entries: readonly LogEntry[], programs: Programs): Promise<Difference[]> {
  const starts = entries.filter((entry) => entry.entry === 'start');
  const blocks = entries.filter((entry) => entry.entry === 'block');
  const led = starts.map((start) =>
    leadChain(
      start,
      blocks.filter(({ chain, halt }) => chain === start.chain && halt === undefined),
      programs,
    ),
  );
  return (await Promise.all(led)).flat();
}

async function leadChain(start: LogStart, blocks: readonly LogBlock[], programs: Programs): Promise<Difference[]> {
  const { kind, chain, chain_id: chainId, time, app_state: appState } = start;
  const program = programOf(programs, kind);
  const { codec } = program;
  const running = await processRuntime.launch({ program, chainId });
  const client = await openAbciClient(running, codec);
  try {
    const first = await client.request(
      'init_chain',
      initRequest({ chainId, time: parseTime(time), height: 1n }, appState),
    );
    const differences = compareValues(
      'field',
      ['genesis', chain],
      { app_hash: start.answer?.app_hash, validators: inOrder(updatesIn(start.answer?.validators ?? [])) },
      {
        app_hash: textIn(first['app_hash'], 'response.app_hash'),
        validators: inOrder(readUpdates(first['validators'], 'response.validators')),
      },
    );
    for (const entry of blocks) {
      if (differences.length > 0) break;
      differences.push(...compareValues('field', [`block ${entry.height}`, chain], answerIn(entry), await make(entry)));
    }
    return differences;
  } finally {
    client.close();
    await running.stop();
  }

  async function make(entry: LogBlock): Promise<Value> {
    const block = rawBlockIn(entry, chainId);
    const finalize = finalizeRequest(block, ANY_HASH, block.txs);
    const [response = {}] = await Promise.all(
      client.requests([
        ['finalize_block', finalize],
        ['commit', {}],
      ]),
    );
    const { txResults, validatorUpdates } = readResponse(response);
    return {
      app_hash: textIn(response['app_hash'], 'response.app_hash'),
      tx_results: txResults.map(({ codespace, code }) => ({ codespace, code })),
      validator_updates: validatorUpdates.map(asValue),
    };
  }
}

function answerIn({ answer }: LogBlock): Value {
  return {
    app_hash: answer?.app_hash,
    tx_results: (answer?.tx_results ?? []).map(({ codespace, code }) => ({ codespace, code })),
    validator_updates: updatesIn(answer?.validator_updates ?? []).map(asValue),
  };
}

/** The order in which a program names its validators is lost on real nodes, which have a set of them. */
function inOrder(updates: readonly ValidatorUpdate[]): Value {
  return updates.toSorted((a, b) => (a.pubKey < b.pubKey ? -1 : 1)).map(asValue);
}

function asValue<Fields extends object>(fields: Fields): { readonly [Name in keyof Fields]: Fields[Name] } {
  return { ...fields };
}
