import { describe, expect, test } from 'vitest';
import { TABLES } from '../tables/index.ts';
import { PROPERTIES } from './index.ts';
import { propertiesTouched } from './touched.ts';

describe('a difference touches', () => {
  test('the properties that concern its table', () => {
    expect(propertiesTouched('consumer', ['ccvconsumer/validators', 'aa', 'power'])).toEqual([
      'validator-set-replication',
      'validator-update-inclusion',
    ]);
  });

  test('only those of its chain', () => {
    expect(propertiesTouched('provider', ['validator-updates', 'aa'])).toEqual([
      'consensus-takes-updates',
      'provider-consensus-set',
    ]);
    expect(propertiesTouched('consumer', ['validator-updates', 'aa'])).toContain('apply-vsc-liveness');
  });

  test('only those of its port', () => {
    expect(propertiesTouched('provider', ['sent-packets', 'provider/channel-0/1', 'data'])).toContain(
      'channel-validity',
    );
    expect(propertiesTouched('provider', ['sent-packets', 'transfer/channel-1/1', 'data'])).toEqual([
      'transfer-conservation',
    ]);
    expect(propertiesTouched('provider', ['sent-packets', 'other/channel-1/1', 'data'])).toEqual([]);
  });

  test('none if no property concerns it, even if the names begin alike', () => {
    expect(propertiesTouched('provider', ['auth/params', ''])).toEqual([]);
    expect(propertiesTouched('provider', ['staking/validators', 'aa'])).not.toEqual([]);
    expect(propertiesTouched('provider', ['staking/validators-by-power', 'aa'])).toEqual([]);
  });
});

describe('every property with a monitor', () => {
  const claimed = PROPERTIES.filter((property) => property.status !== 'does not apply');
  const kinds = ['provider', 'consumer'] as const;
  const OTHERS =
    /^(validator-updates|halt|query\/\w+|txs\/Msg\w+|(sent-packets|written-acks)\/(provider|consumer|transfer))$/u;

  test.each(claimed)('$name concerns something', ({ touches }) => {
    expect(kinds.flatMap((kind) => touches[kind] ?? [])).not.toEqual([]);
  });

  test.each(claimed)('$name concerns tables that exist', ({ touches }) => {
    for (const kind of kinds) {
      const tables = TABLES[kind].map(({ name }) => name);
      for (const subject of touches[kind] ?? []) {
        if (OTHERS.test(subject)) continue;
        expect(tables).toContain(subject.split('/').slice(0, 2).join('/'));
      }
    }
  });
});
