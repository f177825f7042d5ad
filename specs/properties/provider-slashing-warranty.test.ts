import { describe, expect, test } from 'vitest';
import { infractionParameters, type InfractionParametersRow } from '../tables/provider.ts';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import { validators } from '../tables/staking/validator.ts';
import { bonded, launched, made, staked } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { answering, slashPacket } from '../testing/slashes.ts';
import { put, Story } from '../testing/story.ts';
import { SECOND } from '../value.ts';
import { providerSlashingWarranty } from './provider-slashing-warranty.ts';

const jail = put(infractionParameters, '0', {
  downtime: { slash_fraction: 0n, jail_duration: 60n * SECOND },
} as InfractionParametersRow);
const jailed = put(validators, 'aa', staked('aa', 5, { jailed: true }));
const until = (time: bigint) => put(signingInfos, 'aa', { jailed_until: time, tombstoned: false } as SigningInfoRow);
const start = () =>
  new Story().start('provider').block('provider', {
    rows: [...launched('0', { aa: 5 }), ...bonded('aa', 5), made(1, 1), jail],
  });
const timeOf = (story: Story): bigint => {
  const last = story.events.at(-1);
  return last?.event === 'block' ? last.block.time : 0n;
};

describe('provider slashing warranty', () => {
  test('accepts that whoever is reported is jailed for as long as the consumer asks', () => {
    const story = start();
    const free = timeOf(story) + SECOND + 60n * SECOND;
    story.block('provider', answering('handled', [slashPacket(1)], [jailed, until(free)]));
    expect(firstViolation(providerSlashingWarranty, story.events)).toBeUndefined();
  });

  test('accepts that nobody is jailed who does not validate the consumer, or by a packet that is bounced', () => {
    const stranger = slashPacket(1, { address: 'bb' });
    const { events } = start()
      .block('provider', answering('handled', [stranger]))
      .block('provider', answering('bounced', [slashPacket(2)]));
    expect(firstViolation(providerSlashingWarranty, events)).toBeUndefined();
  });

  test('rejects that whoever is reported goes free', () => {
    const { events } = start().block('provider', answering('handled', [slashPacket(1)]));
    expect(firstViolation(providerSlashingWarranty, events)?.because).toContain('is not in jail');
  });

  test('rejects another time in jail', () => {
    const { events } = start().block('provider', answering('handled', [slashPacket(1)], [jailed, until(1n)]));
    expect(firstViolation(providerSlashingWarranty, events)?.because).toContain('jailed aa until 1');
  });

  test('rejects that a VSC which was never made is taken', () => {
    const { events } = start().block('provider', answering('noted', [slashPacket(1, { valsetUpdateId: 9n })]));
    expect(firstViolation(providerSlashingWarranty, events)?.because).toContain('never made that VSC');
  });
});
