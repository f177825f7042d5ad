import type { RowView } from '../rows.ts';
import type { Message } from '../block.ts';
import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import type { Table } from '../table.ts';
import {
  allowlist,
  consumerOwners,
  consumerPhases,
  consumerValidators,
  denylist,
  lastProviderConsensusValidators,
  minimumPowerInTopN,
  optedIn,
  powerShaping,
  prioritylist,
} from '../tables/provider.ts';
import { lastValidatorPowers, validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import type { Hex } from '../value.ts';
import { answered, onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';

const OPT_IN = '/interchain_security.ccv.provider.v1.MsgOptIn';
const OPT_OUT = '/interchain_security.ccv.provider.v1.MsgOptOut';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';

/** The account of governance on a provider: the module address of this name. */
export const GOVERNANCE = 'cosmos10d07y265gmmuvt4z0w9aw880jnsr700j6zn9kn';

/** Which validators must validate a consumer, which may, and which do (ADR-015, ADR-017). */
export const PARTIAL_SET_WITNESSES: readonly Witness[] = [
  witness(
    'ownership-transferred-to-governance',
    'ADR-019',
    'The ownership of a consumer was transferred to governance.',
    onProvider((event) => changesOf(event, consumerOwners).some(({ row }) => row === GOVERNANCE)),
  ),
  witness(
    'top-n-started',
    'ADR-015',
    'A consumer became a Top N consumer.',
    onProvider((event) => changesOf(event, minimumPowerInTopN).some(({ row }) => row !== undefined)),
  ),
  {
    name: 'top-n-changed',
    source: 'ADR-015',
    describes: 'The top N of a consumer changed from one share to another.',
    watch() {
      const known = new Map<string, number>();
      return { sees: (event) => changesOf(event, powerShaping).some(({ key, row }) => isOtherShare(known, key, row)) };
    },
  },
  witness(
    'top-n-ended',
    'ADR-015',
    'A Top N consumer became an opt-in consumer.',
    onProvider((event) => changesOf(event, minimumPowerInTopN).some(({ row }) => row === undefined)),
  ),
  witness(
    'opted-in-by-top-n',
    'ADR-015',
    'A validator was opted in automatically because it is in the top N.',
    onProvider((event) => changesOf(event, optedIn).some(({ row }) => row !== undefined) && !succeeded(event, OPT_IN)),
  ),
  witness(
    'opt-out-of-top-n-refused',
    'ADR-015',
    'A validator in the top N of a consumer could not opt out.',
    onProvider((event) => refused(event, OPT_OUT, 'provider', 20)),
  ),
  witness(
    'opted-out-below-top-n',
    'ADR-015',
    'A validator below the top N of a consumer opted out.',
    onProvider((event) =>
      answered(event, OPT_OUT, ({ code }, message) => code === 0 && topNOf(event.view, idIn(message)) > 0),
    ),
  ),
  witness(
    'top-n-by-owner-refused',
    'ADR-019',
    'An owner that is not governance could not make its consumer a Top N consumer.',
    onProvider((event) => refused(event, UPDATE, 'provider', 39)),
  ),
  witness(
    'set-cut-by-cap',
    'ADR-015',
    'More validators opted in to a consumer than its validator set cap admits.',
    onChangedSet(({ view }, id, members) => {
      const cap = view.row(powerShaping, id)?.validator_set_cap ?? 0;
      return cap > 0 && members.size === cap && keysOf(view, optedIn, id).size > cap;
    }),
  ),
  witness(
    'powers-capped',
    'ADR-015',
    'A validator had less power on a consumer than on the provider.',
    onChangedSet(({ view }, id, members) =>
      [...members].some(([address, power]) => power < (stakedPower(view, address) ?? 0n) && isCapped(view, id)),
    ),
  ),
  witness(
    'left-out-by-allowlist',
    'ADR-015',
    'A validator that opted in was left out of the set because it is not on the allowlist.',
    onChangedSet(({ view }, id, members) => {
      const allowed = keysOf(view, allowlist, id);
      return allowed.size > 0 && someOutside(view, id, members, (address) => !allowed.has(address));
    }),
  ),
  witness(
    'left-out-by-denylist',
    'ADR-015',
    'A validator that opted in was left out of the set because it is on the denylist.',
    onChangedSet(({ view }, id, members) => {
      const denied = keysOf(view, denylist, id);
      return someOutside(view, id, members, (address) => denied.has(address));
    }),
  ),
  witness(
    'left-out-for-stake',
    'ADR-017',
    'A validator that opted in was left out of the set because it has less than the minimum stake.',
    onChangedSet(({ view }, id, members) => {
      const least = view.row(powerShaping, id)?.min_stake ?? 0n;
      return someOutside(view, id, members, (address) => (tokensOf(view, address) ?? least) < least);
    }),
  ),
  witness(
    'priority-before-power',
    'ADR-017',
    'A set at its validator set cap had a validator from the priority list, and left out one with more power.',
    onChangedSet(({ view }, id, members) => {
      const first = keysOf(view, prioritylist, id);
      const powers = [...members.keys()].filter((address) => first.has(address)).map((a) => stakedPower(view, a) ?? 0n);
      return (
        someOutside(view, id, members, (address) =>
          powers.some((power) => power < (stakedPower(view, address) ?? 0n)),
        ) && (view.row(powerShaping, id)?.validator_set_cap ?? 0) === members.size
      );
    }),
  ),
  witness(
    'set-of-one',
    'ADR-015',
    'A consumer had a single validator, while the provider had several.',
    onChangedSet(({ view }, _id, members) => members.size === 1 && [...view.rows(lastValidatorPowers)].length > 1),
  ),
  witness(
    'set-emptied',
    'ADR-015',
    'The set of a launched consumer became empty.',
    onChangedSet(
      ({ view }, id, members) => members.size === 0 && view.row(consumerPhases, id) === 'CONSUMER_PHASE_LAUNCHED',
    ),
  ),
  {
    name: 'set-exchanged',
    source: 'ADR-015',
    describes: 'One epoch replaced all validators of a consumer.',
    watch() {
      const known = new Map<string, ReadonlyMap<Hex, bigint>>();
      return {
        sees: onChangedSet((_event, id, members) => {
          const before = known.get(id) ?? new Map<Hex, bigint>();
          known.set(id, members);
          return before.size > 0 && members.size > 0 && [...members.keys()].every((address) => !before.has(address));
        }),
      };
    },
  },
  witness(
    'set-larger-than-consensus',
    'ADR-017',
    'A consumer had more validators than the active set of the provider.',
    onChangedSet(({ view }, _id, members) => members.size > [...view.rows(lastProviderConsensusValidators)].length),
  ),
];

type Members = ReadonlyMap<Hex, bigint>;

/** In a block that changes the set of a consumer. */
function onChangedSet(
  holds: (event: BlockEvent, consumerId: string, members: Members) => boolean,
): (event: HistoryEvent) => boolean {
  return onProvider((event) => {
    const changed = new Set(changesOf(event, consumerValidators).map(({ key }) => key.slice(0, key.indexOf('/'))));
    // Ask every watch: those with a memory must see every change.
    return [...changed].filter((id) => holds(event, id, membersOf(event.view, id))).length > 0;
  });
}

/** The set of a consumer: provider consensus addresses with their power on the consumer. */
function membersOf(view: RowView, consumerId: string): Members {
  const prefix = `${consumerId}/`;
  const members = new Map<Hex, bigint>();
  for (const [key, { power }] of view.rows(consumerValidators)) {
    if (key.startsWith(prefix)) members.set(key.slice(prefix.length), power);
  }
  return members;
}

function keysOf(view: RowView, table: Table, consumerId: string): ReadonlySet<Hex> {
  const prefix = `${consumerId}/`;
  const keys = new Set<Hex>();
  for (const [key] of view.rows(table)) if (key.startsWith(prefix)) keys.add(key.slice(prefix.length));
  return keys;
}

/** Whether a bonded validator that opted in is not in the set, and the predicate holds for it. */
function someOutside(view: RowView, id: string, members: Members, reason: (address: Hex) => boolean): boolean {
  return [...keysOf(view, optedIn, id)].some(
    (address) => !members.has(address) && stakedPower(view, address) !== undefined && reason(address),
  );
}

function stakedPower(view: RowView, address: Hex): bigint | undefined {
  const operator = view.row(validatorsByConsensusAddress, address);
  return operator === undefined ? undefined : view.row(lastValidatorPowers, operator)?.value;
}

function tokensOf(view: RowView, address: Hex): bigint | undefined {
  const operator = view.row(validatorsByConsensusAddress, address);
  return operator === undefined ? undefined : view.row(validators, operator)?.tokens;
}

function isCapped(view: RowView, id: string): boolean {
  return (view.row(powerShaping, id)?.validators_power_cap ?? 0) > 0;
}

function topNOf(view: RowView, id: string): number {
  return view.row(powerShaping, id)?.top_N ?? 0;
}

function idIn(message: Message): string {
  const id = message['consumer_id'];
  return typeof id === 'string' ? id : '';
}

/** Whether the share differs from the previous one, and both are greater than zero. */
function isOtherShare(known: Map<string, number>, id: string, row: { readonly top_N: number } | undefined): boolean {
  const before = known.get(id) ?? 0;
  const after = row?.top_N ?? 0;
  known.set(id, after);
  return before > 0 && after > 0 && before !== after;
}
