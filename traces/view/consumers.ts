import { rowsOf } from '../../specs/rows.ts';
import { addressOf } from '../../model/bech32.ts';
import { accountKeyAt, consensusKeyAt } from '../setup/keys.ts';
import { ownerAddress } from '../messages/owner.ts';
import type { World } from '../world/world.ts';
import { providerChannel } from '../../specs/tables/consumer.ts';
import { perBlock } from './per-block.ts';
import {
  consumerOwners,
  consumerPhases,
  consumerToChannel,
  type ConsumerPhase,
} from '../../specs/tables/provider/consumers.ts';
import { optedIn as optedInTable } from '../../specs/tables/provider/validators.ts';

/** The names of consumers in generated traces. */
const CONSUMERS = ['c0', 'c1', 'c2'];

interface SeenConsumer {
  readonly name: string;
  /** `undefined` if it was never created. */
  readonly phase: ConsumerPhase | undefined;
  /** Whether its CCV channel is open on the provider. */
  readonly connected: boolean;
}

const seen = perBlock((world): readonly SeenConsumer[] => {
  const { state } = world.provider.model;
  return CONSUMERS.map((name) => {
    const id = world.consumerId(name);
    return { name, phase: rowsOf(state, consumerPhases).get(id), connected: rowsOf(state, consumerToChannel).has(id) };
  });
});

function namesWhere(world: World, holds: (consumer: SeenConsumer) => boolean): string[] {
  return seen(world).flatMap((consumer) => (holds(consumer) ? [consumer.name] : []));
}

/** The consumers that were created. */
export function createdConsumers(world: World): string[] {
  return namesWhere(world, ({ phase }) => phase !== undefined);
}

/** The consumers that were not created yet. */
export function missingConsumers(world: World): string[] {
  return namesWhere(world, ({ phase }) => phase === undefined);
}

/** The consumers that can be created: the next unused name, and deleted consumers, with their old chain id. */
export function freeConsumers(world: World): string[] {
  return [
    ...missingConsumers(world).slice(0, 1),
    ...namesWhere(world, ({ phase }) => phase === 'CONSUMER_PHASE_DELETED'),
  ];
}

/** The consumers that have not been stopped. A validator can opt in to them. */
export function activeConsumers(world: World): string[] {
  return namesWhere(world, ({ phase }) => /REGISTERED|INITIALIZED|LAUNCHED/u.test(phase ?? ''));
}

/** The launched consumers, whether their chain runs or not. */
export function launchedConsumers(world: World): string[] {
  return namesWhere(world, ({ phase }) => phase === 'CONSUMER_PHASE_LAUNCHED');
}

/** The launched consumers whose chain has not started yet. */
export function waitingConsumers(world: World): string[] {
  return launchedConsumers(world).filter((name) => !world.chains.has(name));
}

/** The consumers whose chain makes blocks. */
export function startedConsumers(world: World): string[] {
  return [...world.chains.values()].flatMap(({ name, genesis, over }) =>
    genesis.kind !== 'consumer' || over ? [] : [name],
  );
}

/** The running consumers that have received a VSC packet, so that they can send packets. */
export function establishedConsumers(world: World): string[] {
  return startedConsumers(world).filter((name) => {
    const state = world.chains.get(name)?.model.state;
    return state !== undefined && rowsOf(state, providerChannel).size > 0;
  });
}

/** The running consumers whose CCV channel is not open on the provider. */
export function unconnectedConsumers(world: World): string[] {
  return namesWhere(world, ({ name, connected }) => !connected && world.chains.has(name));
}

/** Whether a consumer was ever launched, even if it is stopped now (ADR-019). */
export function hasLaunched(world: World, consumer: string): boolean {
  return namesWhere(world, ({ phase }) => /LAUNCHED|STOPPED|DELETED/u.test(phase ?? '')).includes(consumer);
}

/** The name of the account that owns a consumer. */
export function ownerOf(world: World, consumer: string): string | undefined {
  const owner = rowsOf(world.provider.model.state, consumerOwners).get(world.consumerId(consumer));
  return owner === undefined ? undefined : accountKeyAt(addressOf('cosmos', owner) ?? '')?.name;
}

/** Whether governance owns a consumer. */
export function isGoverned(world: World, consumer: string): boolean {
  const owner = rowsOf(world.provider.model.state, consumerOwners).get(world.consumerId(consumer));
  return owner === ownerAddress('gov');
}

/** The validators that have opted in to a consumer, by the name of their provider key. */
export function optedIn(world: World, consumer: string): ReadonlySet<string> {
  const prefix = `${world.consumerId(consumer)}/`;
  const names = new Set<string>();
  for (const key of rowsOf(world.provider.model.state, optedInTable).keys()) {
    const name = key.startsWith(prefix) ? consensusKeyAt(key.slice(prefix.length))?.name : undefined;
    if (name !== undefined) names.add(name);
  }
  return names;
}
