import { SINGLETON } from '../../specs/key.ts';
import { expect, test } from 'vitest';
import { changesOf, type BlockEvent, type HistoryEvent } from '../../specs/event.ts';
import { slashingParams } from '../../specs/tables/slashing.ts';
import { Story } from '../../specs/testing/story.ts';
import { probe } from './presumed.ts';
import type { AnswerPart } from '../facts/block-fact.ts';

const { events } = new Story().start('provider').block('provider');
const [start, block] = events as [HistoryEvent, BlockEvent];
const PARTS: readonly AnswerPart[] = ['transaction codes', 'validator updates', 'packets', 'state'];

/** The parts that somebody reads of an event. */
function partsRead(event: HistoryEvent, reader: (event: HistoryEvent) => unknown): readonly AnswerPart[] {
  return PARTS.filter((part) => {
    const probed = probe(event, new Set([part]));
    reader(probed.event);
    return probed.isRead();
  });
}

test.each<[string, (event: HistoryEvent) => unknown, readonly AnswerPart[]]>([
  ['the codes', ({ observation }) => observation.txResults, ['transaction codes']],
  ['the updates', ({ observation }) => observation.validatorUpdates, ['validator updates']],
  ['packets sent', ({ observation }) => observation.sentPackets, ['packets']],
  ['acknowledgements', ({ observation }) => observation.writtenAcks, ['packets']],
  ['changed rows', ({ observation }) => observation.changes, ['state']],
  ['changes of a table', (event) => changesOf(event, slashingParams), ['state']],
  ['a row', ({ view }) => view.row(slashingParams, SINGLETON), ['state']],
  ['rows', ({ view }) => [...view.rows(slashingParams)], ['state']],
  ['the answers', (event) => (event.event === 'block' ? event.answers : []), ['transaction codes']],
  ['nothing but the block', (event) => (event.event === 'block' ? [event.block, event.set] : []), []],
])('who reads %s is told apart', (_, reader, parts) => {
  expect(partsRead(block, reader)).toEqual(parts);
});

test('an event shows what it showed before', () => {
  for (const event of [start, block]) {
    const { event: shown } = probe(event, new Set(['state']));
    expect({ ...shown.observation }).toEqual({ ...event.observation });
    expect(shown.changes).toBe(event.changes);
    expect(shown).toMatchObject({ chain: event.chain, kind: event.kind, event: event.event });
  }
});

test('a start has updates and state to read, too', () => {
  expect(partsRead(start, ({ observation }) => observation.validatorUpdates)).toEqual(['validator updates']);
  expect(partsRead(start, ({ changes }) => changes)).toEqual(['state']);
});
