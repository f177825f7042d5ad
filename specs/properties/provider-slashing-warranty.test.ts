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
  test('accepts that a reported validator is jailed for the jail time of the consumer', () => {
    const story = start();
    const free = timeOf(story) + SECOND + 60n * SECOND;
    story.block('provider', answering('handled', [slashPacket(1)], [jailed, until(free)]));
    expect(firstViolation(providerSlashingWarranty, story.events)).toBeUndefined();
  });

  test('accepts that a validator outside the set is not jailed, and none by a bounced packet', () => {
    const stranger = slashPacket(1, { address: 'bb' });
    const { events } = start()
      .block('provider', answering('handled', [stranger]))
      .block('provider', answering('bounced', [slashPacket(2)]));
    expect(firstViolation(providerSlashingWarranty, events)).toBeUndefined();
  });

  test('rejects that a reported validator is not jailed', () => {
    const { events } = start().block('provider', answering('handled', [slashPacket(1)]));
    expect(firstViolation(providerSlashingWarranty, events)?.because).toContain('is not jailed');
  });

  test('rejects another jail time', () => {
    const { events } = start().block('provider', answering('handled', [slashPacket(1)], [jailed, until(1n)]));
    expect(firstViolation(providerSlashingWarranty, events)?.because).toContain('jailed aa until 1');
  });

  test('rejects that a VSC which was never created is accepted', () => {
    const { events } = start().block('provider', answering('noted', [slashPacket(1, { valsetUpdateId: 9n })]));
    expect(firstViolation(providerSlashingWarranty, events)?.because).toContain('never created that VSC');
  });
});
