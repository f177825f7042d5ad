import { describe, expect, test } from 'vitest';
import { equivocations, type EquivocationRow } from '../tables/evidence.ts';
import { validatorsByConsumerAddress } from '../tables/provider.ts';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import { attack, doubleVoting, reported } from '../testing/evidence.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story, type Happening } from '../testing/story.ts';
import { onlyEquivocatorsTombstoned } from './only-equivocators-tombstoned.ts';

const tombstone = (address: string) => put(signingInfos, address, { tombstoned: true } as SigningInfoRow);
const kept = (hash: string) => put(equivocations, hash, { height: 1n } as EquivocationRow);
const assigned = put(validatorsByConsumerAddress, validatorsByConsumerAddress.key('0', 'cc'), 'aa');

function problem(chain: string, ...blocks: readonly Happening[]): string | undefined {
  const story = new Story().start(chain);
  for (const block of blocks) story.block(chain, block);
  return firstViolation(onlyEquivocatorsTombstoned, story.events)?.because;
}

describe('only equivocators are tombstoned', () => {
  test.each<[string, readonly Happening[]]>([
    ['that consensus reports', [{ ...reported('aa'), rows: [tombstone('aa'), kept('ff')] }]],
    ['that voted twice on a consumer', [{ ...doubleVoting('aa'), rows: [tombstone('aa')] }]],
    [
      'that voted twice with a consumer key',
      [{ rows: [assigned] }, { ...doubleVoting('cc'), rows: [tombstone('aa')] }],
    ],
    [
      'whose consumer key the provider prunes in that block',
      [
        { rows: [assigned] },
        {
          ...doubleVoting('cc'),
          rows: [tombstone('aa'), drop(validatorsByConsumerAddress, validatorsByConsumerAddress.key('0', 'cc'))],
        },
      ],
    ],
    ['that signed both headers', [{ ...attack(['aa', 'bb'], ['bb', 'dd']), rows: [tombstone('bb')] }]],
  ])('accepts a validator %s', (_, blocks) => {
    expect(problem('provider', ...blocks)).toBeUndefined();
  });

  test('accepts a validator that consensus reports on a consumer', () => {
    expect(problem('c0', { ...reported('aa'), rows: [tombstone('aa'), kept('ff')] })).toBeUndefined();
  });

  test.each<[string, Happening]>([
    ['without evidence', { rows: [tombstone('aa')] }],
    ['because another one was reported', { ...reported('bb'), rows: [tombstone('aa')] }],
    [
      'that signed one of two headers',
      { ...attack(['aa', 'bb'], ['bb', 'dd']), rows: [tombstone('bb'), tombstone('dd')] },
    ],
    [
      'for evidence that was refused',
      { ...doubleVoting('aa', {}, { codespace: 'CCV', code: 16 }), rows: [tombstone('aa')] },
    ],
  ])('rejects a validator %s', (_, block) => {
    expect(problem('provider', block)).toContain('however no evidence shows');
  });

  test('rejects votes that the validator did not sign', () => {
    expect(problem('provider', doubleVoting('aa', { tampered: true }))).toContain('however no validator signed both');
    expect(problem('provider', doubleVoting('aa', { signer: 'bb' }))).toContain('however no validator signed both');
  });

  test('rejects evidence that consensus did not report', () => {
    expect(problem('c0', { rows: [kept('ff')] })).toContain('however consensus reported fewer');
  });
});
