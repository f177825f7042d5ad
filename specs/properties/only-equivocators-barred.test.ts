import { describe, expect, test } from 'vitest';
import { equivocations, type EquivocationRow } from '../tables/evidence.ts';
import { validatorsByConsumerAddress } from '../tables/provider.ts';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import { attack, doubleVoting, reported } from '../testing/evidence.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story, type Happening } from '../testing/story.ts';
import { onlyEquivocatorsBarred } from './only-equivocators-barred.ts';

const barred = (address: string) => put(signingInfos, address, { tombstoned: true } as SigningInfoRow);
const kept = (hash: string) => put(equivocations, hash, { height: 1n } as EquivocationRow);
const assigned = put(validatorsByConsumerAddress, validatorsByConsumerAddress.key('0', 'cc'), 'aa');

function problem(chain: string, ...blocks: readonly Happening[]): string | undefined {
  const story = new Story().start(chain);
  for (const block of blocks) story.block(chain, block);
  return firstViolation(onlyEquivocatorsBarred, story.events)?.because;
}

describe('only equivocators are barred', () => {
  test.each<[string, readonly Happening[]]>([
    ['whom consensus reports', [{ ...reported('aa'), rows: [barred('aa'), kept('ff')] }]],
    ['who voted twice on a consumer', [{ ...doubleVoting('aa'), rows: [barred('aa')] }]],
    [
      'who voted twice with a key of its own there',
      [{ rows: [assigned] }, { ...doubleVoting('cc'), rows: [barred('aa')] }],
    ],
    [
      'whose key the provider forgets in that block',
      [
        { rows: [assigned] },
        {
          ...doubleVoting('cc'),
          rows: [barred('aa'), drop(validatorsByConsumerAddress, validatorsByConsumerAddress.key('0', 'cc'))],
        },
      ],
    ],
    ['who signed both headers', [{ ...attack(['aa', 'bb'], ['bb', 'dd']), rows: [barred('bb')] }]],
  ])('accepts one %s', (_, blocks) => {
    expect(problem('provider', ...blocks)).toBeUndefined();
  });

  test('accepts one whom consensus reports on a consumer', () => {
    expect(problem('c0', { ...reported('aa'), rows: [barred('aa'), kept('ff')] })).toBeUndefined();
  });

  test.each<[string, Happening]>([
    ['whom nothing shows to have signed twice', { rows: [barred('aa')] }],
    ['because another one was reported', { ...reported('bb'), rows: [barred('aa')] }],
    ['who signed one of two headers', { ...attack(['aa', 'bb'], ['bb', 'dd']), rows: [barred('bb'), barred('dd')] }],
    [
      'for evidence that was refused',
      { ...doubleVoting('aa', {}, { codespace: 'CCV', code: 16 }), rows: [barred('aa')] },
    ],
  ])('rejects one %s', (_, block) => {
    expect(problem('provider', block)).toContain('however nothing shows');
  });

  test('rejects votes that the validator did not sign', () => {
    expect(problem('provider', doubleVoting('aa', { tampered: true }))).toContain('however nobody signed both');
    expect(problem('provider', doubleVoting('aa', { signer: 'bb' }))).toContain('however nobody signed both');
  });

  test('rejects evidence that consensus did not report', () => {
    expect(problem('c0', { rows: [kept('ff')] })).toContain('however consensus reported fewer');
  });
});
