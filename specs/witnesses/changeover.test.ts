import { SINGLETON } from '../key.ts';
import { describe } from 'vitest';
import type { RowChange } from '../block.ts';
import { initGenesisHeight, previouslySovereign } from '../tables/consumer.ts';
import { slashEvents } from '../tables/distribution.ts';
import { equivocations, type EquivocationRow } from '../tables/evidence.ts';
import { upgradePlan, type PlanRow } from '../tables/upgrade.ts';
import { channelEnd } from '../testing/chains.ts';
import { drop, put, type Happening, type Story } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { CHANGEOVER_WITNESSES } from './changeover.ts';

const UNJAIL = '/cosmos.slashing.v1beta1.MsgUnjail';
const plan = put(upgradePlan, SINGLETON, { name: 'x', height: 5n } as PlanRow);
const takesOver = put(previouslySovereign, SINGLETON, '');
const begun = channelEnd('consumer', 'channel-1', 'provider', '', 'STATE_INIT');
const former: readonly RowChange[] = [takesOver, put(initGenesisHeight, SINGLETON, 6n)];
const slash = put(slashEvents, slashEvents.key('aa', 7n, 1n), { validator_period: 1n, fraction: 1n });
const evidence = put(equivocations, 'e', {} as EquivocationRow);
const leaves: Happening['updates'] = [{ pubKey: 'bb', power: 0n }];
const sovereign =
  (...blocks: readonly Happening[]) =>
  (story: Story) => {
    story.start('c0', { kind: 'sovereign' });
    for (const block of blocks) story.block('c0', block);
    return story;
  };
const ccv = (preCCV: boolean) => ({
  ccv: {
    params: { consumer_id: 'c0' },
    preCCV,
    provider: { initial_val_set: [{ pub_key: { ed25519: 'aa' }, power: 2n }] },
  },
});
const beganAs = (pubKey: string, preCCV: boolean) => (story: Story) =>
  story.start('c0', { genesis: ccv(preCCV), updates: [{ pubKey, power: 1n }] });

describe('the witnesses of a changeover', () => {
  testWitnesses(CHANGEOVER_WITNESSES, {
    'standalone-chain-started': { yes: sovereign(), no: consumer() },
    'changeover-scheduled': {
      yes: sovereign({ rows: [plan] }),
      no: [provider({ rows: [plan] }), sovereign({ rows: [drop(upgradePlan, SINGLETON)] })],
    },
    'unjailed-on-standalone': {
      yes: sovereign(sends(UNJAIL)),
      no: [provider(sends(UNJAIL)), sovereign(sends(UNJAIL, 'slashing/5'))],
    },
    'unjail-too-early-on-standalone': {
      yes: sovereign(sends(UNJAIL, 'slashing/4')),
      no: [provider(sends(UNJAIL, 'slashing/4')), sovereign(sends(UNJAIL))],
    },
    'changed-over': {
      yes: consumer({ rows: [takesOver], updates: leaves }),
      no: [consumer({ rows: [takesOver] }), consumer({ updates: leaves })],
    },
    'validator-stays-at-changeover': {
      yes: beganAs('aa', true),
      no: [beganAs('bb', true), beganAs('aa', false)],
    },
    'changed-over-connected': {
      yes: consumer({ rows: [takesOver, begun] }),
      no: [consumer({ rows: [takesOver] }), consumer({ rows: [begun] })],
    },
    'double-sign-before-changeover-slashed': {
      yes: consumer({ rows: [...former] }, { rows: [slash, evidence] }),
      no: [consumer({ rows: [slash, evidence] }), consumer({ rows: [...former] }, { rows: [evidence] })],
    },
    'downtime-before-changeover-slashed': {
      yes: consumer({ rows: [...former] }, { rows: [slash] }),
      no: [consumer({ rows: [slash] }), consumer({ rows: [...former] })],
    },
    'slashed-on-standalone': { yes: sovereign({ rows: [slash] }), no: consumer({ rows: [slash] }) },
  });
});
