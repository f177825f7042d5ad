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
  providerParams,
} from '../tables/provider.ts';
import { lastValidatorPowers, validators } from '../tables/staking/validator.ts';

/** What the set of a consumer is made of (ADR-015, ADR-017): the other half of Validator Set Replication. */
export const partialSetSecurity: ExecutableProperty = {
  name: 'partial-set-security',
  statement:
    'At the end of an epoch the set of a launched consumer holds the active validators that opted in or have to ' +
    'validate it, as its lists and limits allow, with their powers and their keys; in between it stays as it is.',
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
  appliesTo: 'releases with partial set security and inactive validators',
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

/** The first set that is wrong; one that the deviation accounts for only if no other is. */
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
    // Where tokens tie too nobody can tell which of them a release takes.
    const deviates = byTokens === undefined || misshapen(event, consumer, bonded, byTokens) === undefined;
    if (!deviates) return violation(event, because);
    accountedFor ??= violation(event, because, tokensOutrankPower.name);
  }
  return accountedFor;
}

/** Within an epoch only a launch or the end of a consumer touches its set. */
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
  const minimum = view.row(minimumPowerInTopN, consumer);
  const has = (table: Table, address: string) => view.row(table, `${consumer}/${address}`) !== undefined;
  const lists = { allow: nonEmpty(shaping?.allowlist), deny: nonEmpty(shaping?.denylist) };

  const expected = new Map<string, bigint>();
  for (const validator of bonded) {
    const { address, tokens, power, pubKey } = validator;
    if (shaping?.allow_inactive_vals !== true && !active.has(address)) continue;
    const mustValidate = (shaping?.top_N ?? 0) > 0 && minimum !== undefined && power >= minimum;
    if (!mustValidate && !has(optedIn, address)) continue;
    if (lists.allow && !has(allowlist, address)) continue;
    if (lists.deny && has(denylist, address)) continue;
    if (tokens < (shaping?.min_stake ?? 0n)) continue;
    expected.set(view.row(consumerKeys, `${consumer}/${address}`)?.ed25519 ?? pubKey, power);
  }

  const found = storedSet(view, consumer);
  const cap = shaping?.top_N === 0 ? shaping.validator_set_cap : 0;
  const powerCap = shaping?.validators_power_cap ?? 0;
  if (cap === 0 && powerCap === 0) return difference(found, expected);
  return beyondLimits(found, expected, cap, powerCap);
}

function nonEmpty(list: readonly string[] | undefined): boolean {
  return (list?.length ?? 0) > 0;
}

/** With a limit on size or power: only members that are eligible, as many as fit, none above its share. */
function beyondLimits(found: Powers, eligible: Powers, cap: number, powerCap: number): string | undefined {
  for (const key of found.keys()) if (!eligible.has(key)) return `the key ${key} may not validate`;
  const size = cap === 0 ? eligible.size : Math.min(cap, eligible.size);
  if (found.size !== size) return `it has ${found.size} members; however ${size} fit`;
  let total = 0n;
  for (const key of found.keys()) total += eligible.get(key) ?? 0n;
  const share = (total * BigInt(powerCap)) / 100n;
  const most = share > 1n ? share : 1n;
  for (const [key, power] of found) {
    if (powerCap === 0 && power !== eligible.get(key)) return `the key ${key} has power ${power}, not its own`;
    if (powerCap > 0 && power > most) return `the key ${key} has power ${power}; however ${most} is the most`;
  }
  return undefined;
}
