import { expect, test } from 'vitest';
import type { Message, TxResult } from '../block.ts';
import type { Witness } from '../witness.ts';
import { reaches } from './run.ts';
import { Story, type Happening } from './story.ts';

type Tale = (story: Story) => Story;

/** A story that reaches a witness, and one or several similar ones that do not. */
export interface Case {
  readonly yes: Tale;
  readonly no: Tale | readonly Tale[];
}

/** Tests every witness of a group with a story that reaches it and with stories that do not. */
export function testWitnesses(witnesses: readonly Witness[], cases: Readonly<Record<string, Case>>): void {
  test('every witness has its stories', () => {
    expect(Object.keys(cases).toSorted()).toEqual(witnesses.map(({ name }) => name).toSorted());
  });
  test.each(witnesses)('$name: $describes', (witness) => {
    const { yes, no } = cases[witness.name] ?? { yes: asItIs, no: asItIs };
    expect(reaches(witness, yes(new Story()).events)).toBe(true);
    for (const tale of [no].flat()) expect(reaches(witness, tale(new Story()).events)).toBe(false);
  });
}

function asItIs(story: Story): Story {
  return story;
}

/** Blocks of the provider only. */
export function provider(...blocks: readonly Happening[]): Tale {
  return on('provider', blocks);
}

/** Blocks of a consumer only. */
export function consumer(...blocks: readonly Happening[]): Tale {
  return on('c0', blocks);
}

function on(chain: string, blocks: readonly Happening[]) {
  return (story: Story) => {
    story.start(chain);
    for (const block of blocks) story.block(chain, block);
    return story;
  };
}

/** A message of this type that succeeds, or is refused with `codespace/code`. */
export function sends(type: string, refusal = '', fields: Omit<Message, '@type'> = {}): Happening {
  return { txs: [{ message: { '@type': type, ...fields } satisfies Message, result: resultOf(refusal) }] };
}

function resultOf(refusal: string): TxResult {
  const [codespace = '', code = '0'] = refusal.split('/');
  return { codespace, code: Number(code) };
}
