import { expect, test } from 'vitest';
import { FEATURES, type Feature } from '../specs/feature.ts';
import { TABLES } from '../specs/tables/index.ts';
import type { ChainProgram } from './chain-program.ts';
import { democracyProgram, providerProgram } from './programs.ts';

const features = new Set(Object.keys(FEATURES) as Feature[]);

/** The tables that every chain with a staking module loses; an import fills the queues again. */
const OF_STAKERS = [
  'staking/historical-info',
  'staking/redelegation-queue',
  'staking/unbonding-id',
  'staking/unbonding-index',
  'staking/unbonding-queue',
  'staking/unbonding-types',
  'staking/validator-queue',
  'staking/validator-updates',
];

const UPGRADES = ['upgrade/done', 'upgrade/plan', 'upgrade/protocol-version'];

/** The tables that the exported genesis of a program does not contain. */
function lost({ kind, initGenesis }: ChainProgram): string[] {
  const exported = new Set(initGenesis.flatMap((module) => module.exports?.(features) ?? []).map(({ name }) => name));
  const names = TABLES[kind].map(({ name }) => name);
  return names.filter((name) => !exported.has(name)).toSorted();
}

test('a provider exports every table but these', () => {
  expect(lost(providerProgram())).toEqual([
    'provider/allowlist',
    'provider/allowlisted-reward-denoms',
    'provider/consumer-chain-ids',
    'provider/consumer-commission-rates',
    'provider/consumer-metadata',
    'provider/consumer-owners',
    'provider/consumer-reward-denoms',
    'provider/consumer-validators',
    'provider/denylist',
    'provider/evidence-min-heights',
    'provider/infraction-parameters',
    'provider/infraction-queue',
    'provider/initialization-parameters',
    'provider/last-provider-consensus-validators',
    'provider/minimum-power-in-top-n',
    'provider/next-consumer-id',
    'provider/opted-in',
    'provider/power-shaping',
    'provider/prioritylist',
    'provider/queued-infraction-parameters',
    'provider/removal-queue',
    'provider/removal-times',
    'provider/rewards-allocations',
    'provider/slash-log',
    'provider/slash-meter',
    'provider/slash-meter-replenish-time',
    'provider/spawn-queue',
    ...OF_STAKERS,
    ...UPGRADES,
  ]);
});

test('a consumer with democracy exports every table but these', () => {
  expect(lost(democracyProgram())).toEqual([
    'ccvconsumer/historical-info',
    'ccvconsumer/init-genesis-height',
    'ccvconsumer/initial-validator-set',
    'ccvconsumer/pending-changes',
    'ccvconsumer/pending-packets-index',
    'ccvconsumer/pre-ccv',
    'ccvconsumer/previously-sovereign',
    'ccvconsumer/slash-record',
    ...OF_STAKERS,
    ...UPGRADES,
  ]);
});
