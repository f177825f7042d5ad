import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import { pendingChanges } from '../tables/consumer.ts';
import { establishedChannel, mapped } from '../testing/chains.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story, vscPacket } from '../testing/story.ts';
import { applyVscLiveness } from './apply-vsc-liveness.ts';
import { applyVscOrder } from './apply-vsc-order.ts';
import { applyVscValidity } from './apply-vsc-validity.ts';

const packet = vscPacket(1, 4, { aa: 5 });
const provided = () =>
  new Story()
    .start('provider')
    .start('c0')
    .block('provider', { sent: [packet] });
const applied = () => provided().block('c0', { received: [packet], rows: [...establishedChannel(), mapped(2, 4)] });

describe('apply VSC validity', () => {
  test('accepts a VSC that the provider sent over the same channel', () => {
    expect(firstViolation(applyVscValidity, applied().events)).toBeUndefined();
  });

  test('rejects a VSC that the provider never sent', () => {
    const { events } = applied().block('c0', { rows: [mapped(3, 5)] });
    expect(firstViolation(applyVscValidity, events)?.because).toBe(
      'it applied VSC 5; however the provider never sent it',
    );
  });

  test('rejects a VSC that the provider sent to another consumer', () => {
    const rows = [...establishedChannel('channel-0', 'channel-9'), mapped(2, 4)];
    const { events } = provided().block('c0', { rows });
    expect(firstViolation(applyVscValidity, events)?.because).toContain('never sent it');
  });
});

describe('apply VSC order', () => {
  test('accepts ids that do not decrease', () => {
    const { events } = applied()
      .block('c0', { rows: [mapped(3, 4)] })
      .block('c0', { rows: [mapped(4, 9)] });
    expect(firstViolation(applyVscOrder, events)).toBeUndefined();
  });

  test('rejects an id that decreases', () => {
    const { events } = applied().block('c0', { rows: [mapped(3, 2)] });
    expect(firstViolation(applyVscOrder, events)?.because).toBe(
      'it maps height 3 to VSC 2; however it applied VSC 4 before',
    );
  });
});

describe('apply VSC liveness', () => {
  test('accepts a VSC that is applied in its block', () => {
    expect(firstViolation(applyVscLiveness, applied().events)).toBeUndefined();
  });

  test('rejects a VSC that the next height is not mapped to', () => {
    const { events } = provided().block('c0', { received: [packet], rows: [...establishedChannel(), mapped(2, 0)] });
    expect(firstViolation(applyVscLiveness, events)?.because).toContain('mapped to VSC 0');
  });

  test('rejects a VSC whose updates are still pending after the block', () => {
    const waiting = put(pendingChanges, SINGLETON, { validator_updates: [], valset_update_id: 0n, slash_acks: [] });
    const { events } = provided().block('c0', { received: [packet], rows: [mapped(2, 4), waiting] });
    expect(firstViolation(applyVscLiveness, events)?.because).toContain('still pending after the block');
  });
});
