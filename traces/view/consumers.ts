import { addressOf } from '../../model/bech32.ts';
import { accountKeyAt, consensusKeyAt } from '../keys.ts';
import { rowsOf } from '../world/ibc.ts';
import type { World } from '../world/world.ts';
import { consumerOwners, consumerPhases } from '../../specs/tables/provider/consumers.ts';
import { optedIn as optedInTable } from '../../specs/tables/provider/validators.ts';

/** Names that drawing uses for consumers. */
const CONSUMERS = ['c0', 'c1', 'c2'];

/** The consumers that were created, of those that drawing uses. */
export function createdConsumers(world: World): string[] {
  return CONSUMERS.filter((name) => phaseOf(world, name) !== undefined);
}

/** The consumers that were not created, of those that drawing uses. */
export function missingConsumers(world: World): string[] {
  return CONSUMERS.filter((name) => phaseOf(world, name) === undefined);
}

/** The phase of a consumer (ADR-019), for example `CONSUMER_PHASE_LAUNCHED`; `undefined` when it was never created. */
export function phaseOf(world: World, consumer: string): string | undefined {
  return rowsOf(world.provider.model.state, consumerPhases).get(world.consumerId(consumer));
}

/** Whether a consumer was launched, be it stopped since or not. */
export function hasLaunched(world: World, consumer: string): boolean {
  const phase = phaseOf(world, consumer);
  return phase !== undefined && !/REGISTERED|INITIALIZED/u.test(phase);
}

/** The name of the account that owns a consumer. */
export function ownerOf(world: World, consumer: string): string | undefined {
  const owner = rowsOf(world.provider.model.state, consumerOwners).get(world.consumerId(consumer));
  return owner === undefined ? undefined : accountKeyAt(addressOf('cosmos', owner) ?? '')?.name;
}

/** The validators that have opted in to a consumer, by the name of their own key. */
export function optedIn(world: World, consumer: string): ReadonlySet<string> {
  const prefix = `${world.consumerId(consumer)}/`;
  const names = new Set<string>();
  for (const key of rowsOf(world.provider.model.state, optedInTable).keys()) {
    const name = key.startsWith(prefix) ? consensusKeyAt(key.slice(prefix.length))?.name : undefined;
    if (name !== undefined) names.add(name);
  }
  return names;
}
