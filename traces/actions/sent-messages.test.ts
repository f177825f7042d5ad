import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Message, Tx } from '../../specs/block.ts';
import { CCV_MESSAGES } from '../../specs/ccv-messages.ts';
import type { Action, Trace } from '../../specs/generated/trace.ts';
import { AUTHORITY_WITNESSES } from '../../specs/witnesses/authority.ts';
import { democracyProgram, providerProgram } from '../../model/programs.ts';
import { ACTION_KINDS } from './index.ts';
import { CONTENT_KINDS } from '../contents/index.ts';
import { corpus, storedTrace } from '../corpus.ts';
import { historyOf } from '../simulate/model-history.ts';
import { ModelRun } from '../simulate/model-run.ts';
import { SENT_MESSAGES } from './sent-messages.ts';
import { setupOf } from '../format/trace.ts';
import type { WorldModel } from '../world/model.ts';

/** Only a consumer with democracy can change its parameters by governance. */
const model: WorldModel = {
  programs: { provider: providerProgram(), consumer: democracyProgram() },
  features: { provider: new Set(), consumer: new Set(['democracy']) },
};

/** No stored trace has what generation leaves out by default. */
const LEFT_OUT: readonly Trace[] = [
  {
    ...storedTrace('opening'),
    actions: [
      {
        kind: 'submit-proposal',
        proposal: 'p0',
        by: 'a0',
        contents: [{ message: 'deposit', proposal: 'p1', amount: '1' }],
        deposit: '10000000',
      },
    ],
  },
];

describe('the stored traces and the excluded inputs, run on the model,', () => {
  /** The types of the messages that were sent, by the kind of action or content. */
  const sent = { by: new Map<string, Set<string>>(), as: new Map<string, Set<string>>() };
  const twins = new Set(AUTHORITY_WITNESSES.map(({ name }) => name));

  beforeAll(() => {
    for (const trace of [...corpus().map((stored) => stored.trace), ...LEFT_OUT]) {
      const waiting = AUTHORITY_WITNESSES.map((witness) => ({ name: witness.name, ...witness.watch() }));
      const show = historyOf((event) => {
        for (const { name, sees } of waiting) if (twins.has(name) && sees(event)) twins.delete(name);
      });
      let txs: Tx[] = [];
      const run = new ModelRun(setupOf(trace), model, (order, ...rest) => {
        if (order.kind === 'block') txs.push(...order.txs);
        show(order, ...rest);
      });
      const queue = vi.spyOn(run.world, 'queue');
      for (const action of trace.actions) {
        txs = [];
        queue.mockClear();
        run.apply(action);
        note(action, [...txs, ...queue.mock.calls.map(([, tx]) => tx)]);
      }
    }
  });

  function note(action: Action, txs: readonly Tx[]): void {
    const messages = txs.flatMap((tx) => tx.messages);
    const contents = 'contents' in action ? action.contents : 'content' in action ? [action.content] : [];
    const proposed =
      action.kind === 'submit-proposal' ? messages.flatMap(contentsOf) : contents.length > 0 ? messages : [];
    for (const [i, { '@type': type }] of proposed.entries()) add(sent.as, contents[i]?.message ?? '', type);
    for (const message of messages) if (!proposed.includes(message)) add(sent.by, action.kind, message['@type']);
  }

  test('send exactly the messages that the actions declare', () => {
    for (const { kind, sends } of ACTION_KINDS)
      expect([kind, ...(sent.by.get(kind) ?? [])].toSorted()).toEqual([kind, ...sends].toSorted());
    for (const { message, type } of CONTENT_KINDS)
      expect([message, ...(sent.as.get(message) ?? [])]).toEqual([message, type]);
  });

  test('send every message of the provider and consumer modules', () => {
    for (const { type } of CCV_MESSAGES) expect(SENT_MESSAGES).toContain(type);
    expect([...twins]).toEqual([]);
  });
});

function contentsOf({ messages }: Message): readonly Message[] {
  return messages as unknown as readonly Message[];
}

function add(sets: Map<string, Set<string>>, name: string, type: string): void {
  sets.set(name, (sets.get(name) ?? new Set()).add(type));
}
