import { rowsOf } from '../../specs/rows.ts';
import * as fc from 'fast-check';
import { MALFORMED_KEYS, type MalformedKey } from '../messages/consumer-key.ts';
import { isLifted } from '../generate/lifted.ts';
import { accountNames } from '../setup/setup.ts';
import {
  activeConsumers,
  consumerSigners,
  createdConsumers,
  delegations,
  isGoverned,
  launchedConsumers,
  freeConsumers,
  missingConsumers,
  newValidators,
  nextValidator,
  openProposals,
  optedIn,
  sparedSigners,
  unbondings,
  validators,
  type Delegation,
  type Unbonding,
} from '../view/index.ts';
import { infractionParameters } from '../../specs/tables/provider/infractions.ts';
import type { World } from '../world/world.ts';

/** The number of keys `k0`, `k1`, … to draw from: few, so that they collide. */
const KEYS = 9;

/** A genesis account, rarely one that does not exist. */
export function someAccount(world: World): fc.Arbitrary<string> {
  return mostly(accountNames(world.setup), 'a9');
}

/** A validator of the provider, rarely one that does not exist. */
export function someValidator(world: World): fc.Arbitrary<string> {
  return mostly(namesOf(world), 'v9');
}

/** A validator other than this one, if any. */
export function someOtherValidator(world: World, name: string): fc.Arbitrary<string> {
  return mostly(
    namesOf(world).filter((other) => other !== name),
    name,
  );
}

/** A jailed validator, if any. */
export function someJailed(world: World): fc.Arbitrary<string> {
  const jailed = validators(world).filter((validator) => validator.jailed);
  return jailed.length === 0 ? someValidator(world) : mostly(jailed.map(nameOf), 'v0');
}

/** An account that could become a validator, if any; otherwise a validator. */
export function someNewValidator(world: World): fc.Arbitrary<string> {
  const names = newValidators(world);
  return names.length === 0 ? someValidator(world) : fc.constantFrom(...names);
}

/** A receiver of coins: an account, or one that does not exist yet and could become a validator. */
export function someReceiver(world: World): fc.Arbitrary<string> {
  const next = nextValidator(world);
  return fc.oneof({ weight: 3, arbitrary: someAccount(world) }, { weight: 2, arbitrary: fc.constant(next) });
}

/** A withdraw address: usually an account, existing or not; sometimes the governance module. */
export function someRewardsReceiver(world: World): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: someReceiver(world) },
    { weight: 1, arbitrary: fc.constantFrom('gov', 'nobody') },
  );
}

/** A consumer that was created and not stopped; sometimes any other. */
export function someConsumer(world: World): fc.Arbitrary<string> {
  return mostlyIn(world, activeConsumers(world));
}

/** A launched consumer; sometimes any other. */
export function someLaunchedConsumer(world: World): fc.Arbitrary<string> {
  return mostlyIn(world, launchedConsumers(world));
}

/** A consumer that governance owns, if any. */
export function governedConsumer(world: World): fc.Arbitrary<string> {
  const governed = activeConsumers(world).filter((name) => isGoverned(world, name));
  return governed.length === 0 ? someConsumer(world) : mostly(governed, 'c0');
}

/** A proposal in the deposit or voting period, rarely one that does not exist. */
export function someOpenProposal(world: World): fc.Arbitrary<string> {
  return mostly(namesIn(openProposals(world)), 'p99');
}

/** A proposal in the voting period, if any. */
export function someVotedProposal(world: World): fc.Arbitrary<string> {
  const voted = namesIn(openProposals(world, 'PROPOSAL_STATUS_VOTING_PERIOD'));
  return voted.length === 0 ? someOpenProposal(world) : mostly(voted, 'p99');
}

/** A voter: usually the operator of a validator or a delegator. */
export function someVoter(world: World): fc.Arbitrary<string> {
  return fc.oneof({ weight: 3, arbitrary: someValidator(world) }, { weight: 1, arbitrary: someAccount(world) });
}

/** A consumer that was not created yet or was deleted, if any. */
export function someNewConsumer(world: World): fc.Arbitrary<string> {
  const free = freeConsumers(world);
  return free.length === 0 ? someConsumer(world) : mostly(free, 'c0');
}

/** The provider or a running consumer, with equal probability. */
export function someChain(world: World): fc.Arbitrary<string> {
  return fc.constantFrom(...world.chains.keys());
}

/** A running consumer, if any. */
export function someStartedConsumer(world: World): fc.Arbitrary<string> {
  const started = [...world.chains.keys()].filter((name) => name !== 'provider');
  return started.length === 0 ? someConsumer(world) : fc.constantFrom(...started);
}

/**
 * A key that signs or has signed on a consumer, usually of a validator that the provider does not need; rarely one that
 * no validator uses. Skips jailed validators on consumers that do not tombstone.
 */
export function someEquivocator(world: World, consumer: string): fc.Arbitrary<string> {
  const spared = sparedSigners(world, 'provider');
  const signing = consumerSigners(world, consumer).filter(({ owner }) => mayBeAccused(world, consumer, owner));
  const keys = signing.map(({ key }) => key);
  const harmless = signing.flatMap(({ key, owner, leaving }) => (leaving || spared.includes(owner) ? [key] : []));
  const nobody = fc.constant('k8');
  if (keys.length === 0) return nobody;
  const any = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: nobody });
  if (harmless.length === 0) return any;
  return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...harmless) }, { weight: 1, arbitrary: any });
}

/** Signers of a consumer that sign a conflicting header: a few if they use their own validator set, else nearly all. */
export function someColluding(world: World, consumer: string, own: boolean): fc.Arbitrary<string[]> {
  const all = consumerSigners(world, consumer)
    .filter(({ owner }) => mayBeAccused(world, consumer, owner))
    .map(({ key }) => key);
  if (all.length === 0) return fc.constant(['k8']);
  // A header is valid with one third of the trusted set and two thirds of its own set.
  const most = own ? Math.ceil(all.length / 2) : all.length;
  return fc.subarray(all, { minLength: own ? 1 : Math.max(1, all.length - 1), maxLength: most });
}

/** Whether evidence is drawn: a validator that a consumer jails and does not tombstone is punished once. */
export function mayBeAccused(world: World, consumer: string, owner: string): boolean {
  return (
    isLifted(world, 'evidence-again') || tombstones(world, consumer) || (!isJailed(world, owner) && !isAccused(world))
  );
}

/** Whether evidence of equivocation on a consumer is waiting for the next block. */
function isAccused({ provider }: World): boolean {
  return provider.mempool.waiting.some(({ messages }) =>
    messages.some((message) => message['@type'].includes('MsgSubmitConsumer')),
  );
}

/** Whether a consumer tombstones validators that equivocate on it (ADR-020). */
export function tombstones(world: World, consumer: string): boolean {
  const row = rowsOf(world.provider.model.state, infractionParameters).get(world.consumerId(consumer));
  return row?.double_sign.tombstone !== false;
}

function isJailed(world: World, name: string): boolean {
  return validators(world).some((validator) => validator.name === name && validator.jailed);
}

/** A key that signs the next block of a chain but is not needed for it, if any; rarely any other. */
export function someSigner(world: World, chain: string): fc.Arbitrary<string> {
  const spared = sparedSigners(world, chain);
  return spared.length === 0 ? fc.constant('k99') : mostly(spared, 'k0');
}

/** A consensus key: one of the extra keys, or the provider key of a validator. */
export function someKey(world: World): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: KEYS - 1 }).map((n) => `k${n}`) },
    { weight: 1, arbitrary: someValidator(world) },
  );
}

/** A way in which a key can be malformed. */
export const someMalformedKey: fc.Arbitrary<MalformedKey> = fc.constantFrom(...MALFORMED_KEYS);

/** A validator that has not opted in to the consumer, if any. */
export function someOutsider(world: World, consumer: string): fc.Arbitrary<string> {
  const inside = optedIn(world, consumer);
  const outside = namesOf(world).filter((name) => !inside.has(name));
  return outside.length === 0 ? someValidator(world) : mostly(outside, 'v0');
}

/** A validator that has opted in to the consumer, if any. */
export function someInsider(world: World, consumer: string): fc.Arbitrary<string> {
  const inside = [...optedIn(world, consumer)];
  return inside.length === 0 ? someValidator(world) : mostly(inside, 'v0');
}

/** A delegator and its validator, rarely a pair without a delegation. */
export function someDelegation(world: World): fc.Arbitrary<Delegation> {
  const pairs = delegations(world);
  const any = fc.record({ by: someAccount(world), validator: someValidator(world) });
  if (pairs.length === 0) return any;
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pairs) }, { weight: 1, arbitrary: any });
}

/** An unbonding entry, rarely one that does not exist. */
export function someUnbonding(world: World): fc.Arbitrary<Unbonding> {
  const entries = unbondings(world);
  const none = someDelegation(world).map((pair) => ({ ...pair, entry: 1, balance: 1_000_000n }));
  if (entries.length === 0) return none;
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...entries) }, { weight: 1, arbitrary: none });
}

function mostly(names: readonly string[], stranger: string): fc.Arbitrary<string> {
  if (names.length === 0) return fc.constant(stranger);
  return fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constant(stranger) },
  );
}

function mostlyIn(world: World, consumers: readonly string[]): fc.Arbitrary<string> {
  const others = [...createdConsumers(world), ...missingConsumers(world)].filter((name) => !consumers.includes(name));
  return mostly(consumers, others[0] ?? 'c0');
}

function namesIn(proposals: readonly { readonly name: string }[]): string[] {
  return proposals.map(nameOf);
}

function namesOf(world: World): string[] {
  return validators(world).map(nameOf);
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
