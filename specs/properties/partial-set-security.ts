import { tokensOutrankPower } from '../deviations/tokens-outrank-power.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import type { Table } from '../table.ts';
import type { Hex } from '../value.ts';
import { endsEpoch } from '../history/epoch.ts';
import {
  activeByTokens,
  activeValidators,
  bondedValidators,
  type BondedValidator,
} from '../history/active-validators.ts';
import type { ConsumerId } from '../history/consumer-ids.ts';
import { difference, storedSet, type Powers } from '../history/consumer-sets.ts';
import { eligibleValidators, type EligibleValidator } from '../history/eligible-validators.ts';
import { cappedPowers } from '../history/capped-powers.ts';
import { ascending, descending } from '../order.ts';
import {
  allowlist,
  consumerKeys,
  consumerPhases,
  consumerValidators,
  denylist,
  lastProviderConsensusValidators,
  minimumPowerInTopN,
  optedIn,
  powerShaping,
  prioritylist,
  providerParams,
} from '../tables/provider.ts';
import { lastValidatorPowers, validators } from '../tables/staking/validator.ts';

/** How the set of a consumer is computed (ADR-015, ADR-017): the other half of Validator Set Replication. */
export const partialSetSecurity: ExecutableProperty = {
  name: 'partial-set-security',
  statement:
    'At the end of an epoch, the set of a launched consumer holds the active validators that opted in or are in the ' +
    'top N, as its lists and limits allow, with their keys and their powers. A power cap redistributes powers in one ' +
    'way only (up to the order of equals). Within an epoch the set does not change.',
  kind: 'safety',
  group: 'validator-set',
  source: 'ADR-015, ADR-017, ADR-014, ADR-001',
  touches: {
    provider: [
      'txs/MsgOptIn',
      'txs/MsgOptOut',
      'provider/consumer-validators',
      'provider/opted-in',
      'provider/power-shaping',
      'provider/minimum-power-in-top-n',
      'provider/allowlist',
      'provider/denylist',
      'provider/prioritylist',
      'staking/last-validator-powers',
    ],
  },
  needs: ['ccv-partial-set-security', 'ccv-inactive-validators'],
  status: 'executable',
  monitor,
};

const MATTERS: readonly Table[] = [
  validators,
  lastValidatorPowers,
  allowlist,
  consumerKeys,
  consumerPhases,
  consumerValidators,
  denylist,
  lastProviderConsensusValidators,
  minimumPowerInTopN,
  optedIn,
  powerShaping,
  prioritylist,
  providerParams,
];

function monitor(): PropertyMonitor {
  let stale = true;
  return {
    observe(event) {
      if (event.kind !== 'provider') return undefined;
      stale ||= MATTERS.some((table) => event.changes.has(table.name));
      if (event.event !== 'block') return undefined;
      if (!endsEpoch(event)) return changedWithin(event);
      if (!stale) return undefined;
      stale = false;
      return wrongSet(event);
    },
  };
}

/** The first wrong set. A set that the deviation explains counts only if no other set is wrong. */
function wrongSet(event: HistoryEvent): Violation | undefined {
  const { view } = event;
  const bonded = bondedValidators(view);
  const active = activeValidators(view);
  let accountedFor: Violation | undefined;
  for (const [consumer, phase] of view.rows(consumerPhases)) {
    if (phase !== 'CONSUMER_PHASE_LAUNCHED') continue;
    const wrong = misshapen(event, consumer, bonded, active);
    if (wrong === undefined) continue;
    const because = `the set of consumer ${consumer} is wrong: ${wrong}`;
    const byTokens = activeByTokens(view, bonded);
    // With equal tokens, the release can choose either of the validators.
    const deviates = byTokens === undefined || misshapen(event, consumer, bonded, byTokens) === undefined;
    if (!deviates) return violation(event, because);
    accountedFor ??= violation(event, because, tokensOutrankPower.name);
  }
  return accountedFor;
}

/** Within an epoch, only the launch or the end of a consumer changes its set. */
function changedWithin(event: HistoryEvent): Violation | undefined {
  for (const { key } of changesOf(event, consumerValidators)) {
    const consumer = key.slice(0, key.indexOf('/'));
    if (changesOf(event, consumerPhases).some((change) => change.key === consumer)) continue;
    return violation(event, `the set of consumer ${consumer} changed; however the epoch is not over`);
  }
  return undefined;
}

function misshapen(
  { view }: HistoryEvent,
  consumer: ConsumerId,
  bonded: readonly BondedValidator[],
  active: ReadonlySet<Hex>,
): string | undefined {
  const shaping = view.row(powerShaping, consumer);
  const setCap = shaping?.top_N === 0 ? shaping.validator_set_cap : 0;
  const powerCap = shaping?.validators_power_cap ?? 0;
  const eligible = eligibleValidators(view, consumer, bonded, active);
  const found = storedSet(view, consumer);
  if (setCap === 0 && powerCap === 0) {
    return difference(found, new Map([...eligible].map(([key, { power }]) => [key, power])));
  }
  return wrongMembers(found, eligible, setCap) ?? wrongPowers(found, eligible, powerCap);
}

/** With a set cap: validators on the priority list first, then the most powerful ones. Of equals any can be left out. */
function wrongMembers(
  found: Powers,
  eligible: ReadonlyMap<Hex, EligibleValidator>,
  setCap: number,
): string | undefined {
  for (const key of found.keys()) if (!eligible.has(key)) return `the key ${key} may not validate`;
  const size = setCap === 0 ? eligible.size : Math.min(setCap, eligible.size);
  if (found.size !== size) return `it has ${found.size} members; however it should have ${size}`;
  const ranked = [...eligible].toSorted(([, a], [, b]) => byRank(a, b));
  const last = ranked.findLast(([key]) => found.has(key));
  const passedOver = ranked.find(([key]) => !found.has(key));
  if (last === undefined || passedOver === undefined || byRank(passedOver[1], last[1]) >= 0) return undefined;
  return `the key ${passedOver[0]} is left out; however it ranks before ${last[0]}`;
}

function byRank(a: EligibleValidator, b: EligibleValidator): number {
  return Number(b.isFirst) - Number(a.isFirst) || descending(a.power, b.power);
}

/** With a power cap: which of equals gets the remainder is not decided. */
function wrongPowers(
  found: Powers,
  eligible: ReadonlyMap<Hex, EligibleValidator>,
  powerCap: number,
): string | undefined {
  const members = [...found]
    .map(([key, power]) => ({ key, power, own: eligible.get(key)?.power ?? 0n }))
    .toSorted((a, b) => descending(a.own, b.own) || ascending(a.power, b.power));
  const own = members.map((member) => member.own);
  const due = powerCap === 0 ? own : cappedPowers(own, powerCap);
  for (const [i, member] of members.entries()) {
    const { key, power } = member;
    if (power === due[i]) continue;
    return `the key ${key} has power ${power}; however it should have ${due[i]}, because its uncapped power is ${member.own}`;
  }
  return undefined;
}
