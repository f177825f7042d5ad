import type { RowView } from '../rows.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { activeByTokens, activeValidators, bondedValidators } from '../history/active-validators.ts';
import type { ConsumerId } from '../history/consumer-ids.ts';
import { consumerOf, storedSet } from '../history/consumer-sets.ts';
import { eligibleValidators } from '../history/eligible-validators.ts';
import { endsEpoch } from '../history/epoch.ts';
import {
  consumerOwners,
  consumerValidators,
  minimumPowerInTopN,
  optedIn,
  powerShaping,
  type PowerShapingRow,
} from '../tables/provider.ts';
import { signingInfos } from '../tables/slashing.ts';
import { lastValidatorPowers, validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import type { Hex } from '../value.ts';
import { onProvider, succeeded, witness, type Watch, type Witness } from '../witness.ts';
import { GOVERNANCE } from './partial-set.ts';

const OPT_IN = '/interchain_security.ccv.provider.v1.MsgOptIn';
const OPT_OUT = '/interchain_security.ccv.provider.v1.MsgOptOut';
/** Go's sort keeps the order of equal elements up to this many validators. */
const FEW = 12;

/** Ties and limits of power shaping (ADR-015, ADR-017), and consumers that change from and to Top N. */
export const SHAPING_WITNESSES: readonly Witness[] = [
  onRenewedSet('tie-at-set-cap', 'The validator set cap separated two validators with the same power.', isTieAtCap),
  onRenewedSet('many-equals', 'Of more than twelve validators of a consumer, two had the same stake.', (event, set) => {
    const stakes = [...set.members.keys()].map((address) => tokensOf(event.view, address));
    return stakes.length > FEW && new Set(stakes).size < stakes.length;
  }),
  onRenewedSet('power-spread', 'Power above the power cap was redistributed to another validator.', (event, set) =>
    [...set.members].some(([address, power]) => power > (stakedPower(event.view, address) ?? power)),
  ),
  onRenewedSet('power-lost-to-cap', 'Power above the power cap could not be redistributed.', ({ view }, set) => {
    if (set.shaping.validators_power_cap === 0) return false;
    const powers = [...set.members];
    const staked = powers.reduce((sum, [address]) => sum + (stakedPower(view, address) ?? 0n), 0n);
    return powers.reduce((sum, [, power]) => sum + power, 0n) < staked;
  }),
  onRenewedSet('stake-at-the-minimum', 'A validator with exactly the minimum stake validated.', ({ view }, set) => {
    const least = set.shaping.min_stake;
    return least > 0n && [...set.members.keys()].some((address) => tokensOf(view, address) === least);
  }),
  onRenewedSet('jailed-validator-left-out', 'A jailed validator that had opted in did not validate.', ({ view }, set) =>
    set.outside.some((address) => view.row(validators, operatorOf(view, address))?.jailed === true),
  ),
  onRenewedSet(
    'tombstoned-validator-left-out',
    'A tombstoned validator that had opted in did not validate.',
    ({ view }, set) => set.outside.some((address) => view.row(signingInfos, address)?.tombstoned === true),
  ),
  witness(
    'tie-in-top-n',
    'ADR-015',
    'Two validators had exactly the minimum power of the top N.',
    onProvider((event) =>
      changesOf(event, minimumPowerInTopN).some(
        ({ row }) =>
          row !== undefined &&
          [...event.view.rows(lastValidatorPowers)].filter(([, { value }]) => value === row).length > 1,
      ),
    ),
  ),
  witness(
    'top-n-at-border',
    'ADR-015',
    'The top N of a consumer was set to 50 or 100, the limits of its range.',
    onProvider((event) =>
      changesOf(event, powerShaping).some(({ row }) => row !== undefined && (row.top_N === 50 || row.top_N === 100)),
    ),
  ),
  {
    name: 'opted-in-after-top-n',
    source: 'ADR-015',
    describes:
      'A validator that was opted in because it was in the top N dropped out of the top N and stayed opted in.',
    watch: watchLeftOver,
  },
  {
    name: 'shaped-all-at-once',
    source: 'ADR-015, ADR-017',
    describes: 'The caps, the lists and the minimum stake of a consumer were all changed in one block.',
    watch: () => watchShaping((_event, before, after) => changesAll(before, after)),
  },
  {
    name: 'shaped-all-at-once-again',
    source: 'ADR-015, ADR-017',
    describes:
      'The caps, the lists and the minimum stake of a consumer were all changed, and all changed again in the next epoch.',
    watch() {
      let epoch = 0;
      const changed = new Map<string, number>();
      const { sees } = watchShaping((_event, before, after, consumer) => {
        if (!changesAll(before, after)) return false;
        const last = changed.get(consumer);
        changed.set(consumer, epoch);
        return last === epoch - 1;
      });
      return {
        sees: onProvider((event) => {
          const again = sees(event);
          if (endsEpoch(event)) epoch++;
          return again;
        }),
      };
    },
  },
  {
    name: 'opt-out-as-top-n-changes',
    source: 'ADR-015',
    describes: 'A validator sent MsgOptOut in the block that changed the top N of the consumer.',
    watch: () =>
      watchShaping(
        (event, before, after, consumer) =>
          before.top_N !== after.top_N &&
          (event.answers.get(OPT_OUT) ?? []).some(({ message }) => message['consumer_id'] === consumer),
      ),
  },
  {
    name: 'ownership-transferred-by-governance',
    source: 'ADR-019',
    describes: 'Governance transferred the ownership of a consumer to an account.',
    watch() {
      const governed = new Set<string>();
      return {
        sees: onProvider((event) => {
          let back = false;
          for (const { key, row } of changesOf(event, consumerOwners)) {
            if (row === GOVERNANCE) governed.add(key);
            else back ||= row !== undefined && governed.delete(key);
          }
          return back;
        }),
      };
    },
  },
];

/** The set of a consumer that a block recomputed. */
interface RenewedSet {
  readonly consumer: ConsumerId;
  /** The members: consensus addresses on the provider with their power on the consumer. */
  readonly members: ReadonlyMap<Hex, bigint>;
  /** The validators that opted in and are not members. */
  readonly outside: readonly Hex[];
  readonly shaping: PowerShapingRow;
}

function onRenewedSet(
  name: string,
  describes: string,
  holds: (event: BlockEvent, set: RenewedSet) => boolean,
): Witness {
  return witness(
    name,
    'ADR-015, ADR-017',
    describes,
    onProvider((event) => {
      const changes = changesOf(event, consumerValidators);
      if (changes.length === 0) return false;
      const changed = new Set(changes.map(({ key }) => consumerOf(key)));
      return [...changed].some((consumer) => {
        const set = renewedSet(event, consumer);
        return set !== undefined && holds(event, set);
      });
    }),
  );
}

/** Several witnesses look at the sets that a block recomputed. */
const seen = new WeakMap<BlockEvent, Map<string, RenewedSet | undefined>>();

function renewedSet(event: BlockEvent, consumer: string): RenewedSet | undefined {
  const sets = seen.get(event) ?? new Map<string, RenewedSet | undefined>();
  seen.set(event, sets);
  if (!sets.has(consumer)) sets.set(consumer, readSet(event.view, consumer));
  return sets.get(consumer);
}

function readSet(view: RowView, consumer: string): RenewedSet | undefined {
  const shaping = view.row(powerShaping, consumer);
  if (shaping === undefined) return undefined;
  const prefix = `${consumer}/`;
  const members = new Map<Hex, bigint>();
  for (const [key, { power }] of view.rows(consumerValidators)) {
    if (key.startsWith(prefix)) members.set(key.slice(prefix.length), power);
  }
  if (members.size === 0) return undefined;
  const outside: Hex[] = [];
  for (const [key] of view.rows(optedIn)) {
    if (key.startsWith(prefix) && !members.has(key.slice(prefix.length))) outside.push(key.slice(prefix.length));
  }
  return { consumer, members, outside, shaping };
}

function operatorOf(view: RowView, address: Hex): Hex {
  return view.row(validatorsByConsensusAddress, address) ?? '';
}

function stakedPower(view: RowView, address: Hex): bigint | undefined {
  return view.row(lastValidatorPowers, operatorOf(view, address))?.value;
}

function tokensOf(view: RowView, address: Hex): bigint | undefined {
  return view.row(validators, operatorOf(view, address))?.tokens;
}

/**
 * Whether the set cap alone excluded a validator that ranks equal to a member. Within an epoch, other validators can be
 * eligible after the block than when the set was computed.
 */
function isTieAtCap(event: BlockEvent, { consumer, members, shaping }: RenewedSet): boolean {
  const { view } = event;
  if (shaping.top_N > 0 || members.size !== shaping.validator_set_cap || !endsEpoch(event)) return false;
  const bonded = bondedValidators(view);
  const active = activeByTokens(view, bonded)?.intersection(activeValidators(view)) ?? new Set();
  const eligible = [...eligibleValidators(view, consumer, bonded, active)];
  const inSet = storedSet(view, consumer);
  const inside = eligible.filter(([key]) => inSet.has(key));
  return eligible.some(
    ([key, left]) =>
      !inSet.has(key) && inside.some(([, taken]) => taken.power === left.power && taken.isFirst === left.isFirst),
  );
}

/** Whether the new power shaping changes both caps, the minimum stake and every list. */
function changesAll(before: PowerShapingRow, after: PowerShapingRow): boolean {
  const parts: readonly (keyof PowerShapingRow)[] = [
    'validators_power_cap',
    'validator_set_cap',
    'min_stake',
    'allowlist',
    'denylist',
    'prioritylist',
  ];
  return parts.every((part) => String(before[part]) !== String(after[part]));
}

/** Calls `sees` with each change of the power shaping of a consumer. */
function watchShaping(
  sees: (event: BlockEvent, before: PowerShapingRow, after: PowerShapingRow, consumer: string) => boolean,
): Watch {
  const known = new Map<string, PowerShapingRow>();
  return {
    sees: onProvider((event) => {
      let seen = false;
      for (const { key, row } of changesOf(event, powerShaping)) {
        const before = known.get(key);
        if (row === undefined) continue;
        known.set(key, row);
        if (before !== undefined && sees(event, before, row, key)) seen = true;
      }
      return seen;
    }),
  };
}

/** Watches for a validator that was opted in automatically and stays opted in when the minimum power of the top N rises or is removed. */
function watchLeftOver(): Watch {
  const automatic = new Set<string>();
  return {
    sees: onProvider((event) => {
      for (const { key, row } of changesOf(event, optedIn)) {
        if (row === undefined) automatic.delete(key);
        else if (!succeeded(event, OPT_IN)) automatic.add(key);
      }
      return changesOf(event, minimumPowerInTopN).some(({ key: consumer, row: least }) =>
        [...automatic].some((key) => {
          const power = key.startsWith(`${consumer}/`)
            ? stakedPower(event.view, key.slice(consumer.length + 1))
            : undefined;
          return power !== undefined && (least === undefined || power < least);
        }),
      );
    }),
  };
}
