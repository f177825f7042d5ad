import { describe, expect, test } from 'vitest';
import { consumerValidators, pendingVscs } from '../tables/provider.ts';
import { launched, made, member, phase } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story, vscPacket } from '../testing/story.ts';
import { validatorUpdateToVscLiveness } from './validator-update-to-vsc-liveness.ts';
import { validatorUpdateToVscValidity } from './validator-update-to-vsc-validity.ts';

const start = () => new Story().start('provider').block('provider', { rows: launched('0', { aa: 5, bb: 7 }) });
const changed = [
  member('0', 'aa', 6),
  drop(consumerValidators, consumerValidators.key('0', 'bb')),
  member('0', 'cc', 1),
  made(3, 2),
];
const packet = vscPacket(1, 3, { aa: 6, bb: 0, cc: 1 });

describe('validator update to VSC validity', () => {
  test('accepts a VSC that leads from the initial set to the stored one', () => {
    const { events } = start().block('provider', { rows: changed, sent: [packet] });
    expect(firstViolation(validatorUpdateToVscValidity, events)).toBeUndefined();
  });

  test('accepts queued VSCs that are sent together', () => {
    const { events } = start()
      .block('provider', { rows: changed })
      .block('provider', {
        rows: [member('0', 'aa', 8), made(4, 3)],
        sent: [packet, vscPacket(2, 4, { aa: 8 })],
      });
    expect(firstViolation(validatorUpdateToVscValidity, events)).toBeUndefined();
  });

  test('rejects an update that changes nothing', () => {
    const sent = [vscPacket(1, 3, { aa: 5, bb: 0, cc: 1 })];
    const { events } = start().block('provider', { rows: changed, sent });
    expect(firstViolation(validatorUpdateToVscValidity, events)?.because).toBe(
      'VSC 3 for consumer 0 sets the power of aa to 5; however it had that power before',
    );
  });

  test('rejects a VSC with a power that the provider did not store', () => {
    const sent = [vscPacket(1, 3, { aa: 7, bb: 0, cc: 1 })];
    const { events } = start().block('provider', { rows: changed, sent });
    expect(firstViolation(validatorUpdateToVscValidity, events)?.because).toContain(
      'the key aa has power 7; however it should have 6',
    );
  });

  test('rejects a packet over a channel of no consumer', () => {
    const { events } = start().block('provider', { rows: changed, sent: [vscPacket(1, 3, { aa: 6 }, 'channel-8')] });
    expect(firstViolation(validatorUpdateToVscValidity, events)?.because).toContain('belongs to no launched consumer');
  });
});

describe('validator update to VSC liveness', () => {
  test('accepts a change that is sent in its block', () => {
    const { events } = start().block('provider', { rows: changed, sent: [packet] });
    expect(firstViolation(validatorUpdateToVscLiveness, events)).toBeUndefined();
  });

  test('accepts a change that is queued for the channel', () => {
    const list = [
      {
        validator_updates: [
          { pub_key: { ed25519: 'aa' }, power: 6n },
          { pub_key: { ed25519: 'bb' }, power: 0n },
          { pub_key: { ed25519: 'cc' }, power: 1n },
        ],
        valset_update_id: 3n,
        slash_acks: [],
      },
    ];
    const { events } = start().block('provider', { rows: [...changed, put(pendingVscs, '0', { list })] });
    expect(firstViolation(validatorUpdateToVscLiveness, events)).toBeUndefined();
  });

  test('rejects a change that is in no VSC', () => {
    const { events } = start().block('provider', { rows: changed });
    expect(firstViolation(validatorUpdateToVscLiveness, events)?.because).toContain(
      'in all VSCs for consumer 0, the key aa has power 5; however it should have 6',
    );
  });

  test('ignores a stopped consumer', () => {
    const rows = [...changed, phase('0', 'CONSUMER_PHASE_STOPPED')];
    expect(firstViolation(validatorUpdateToVscLiveness, start().block('provider', { rows }).events)).toBeUndefined();
  });
});
