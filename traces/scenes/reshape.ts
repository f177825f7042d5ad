import type { Random } from 'fast-check';
import type { Action, PowerShaping } from '../../specs/generated/trace.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { passEpoch } from './steps.ts';
import { launchedConsumers, optedIn, ownerOf, startedConsumers, validators } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** The maximum amount to delegate for a tie. */
const NEAR = 1_000_000_000n;

/**
 * Owners change all power shaping parameters at once (ADR-015, ADR-017), for several consumers in one block, and again an
 * epoch later: caps that separate validators of equal power, lists, and a minimum stake that equals a validator's.
 */
export const reshape: Scene = {
  name: 'reshape',
  weight: (world) => (owned(world).length > 0 ? 3 : 0),
  *play(world, random) {
    for (let left = random.nextInt(1, 2); left > 0; left--) {
      const size = random.nextInt(1, Math.max(1, validators(world).length - 1));
      for (const { consumer, by } of owned(world)) {
        if (chance(random, 60)) yield* tieAt(world, consumer, size);
        yield { kind: 'update-consumer', consumer, by, shaping: everything(world, random, size) };
      }
      yield* passEpoch(world);
      for (const consumer of startedConsumers(world)) {
        if (chance(random, 50)) yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 5 };
      }
    }
  },
};

interface Owned {
  readonly consumer: string;
  readonly by: string;
}

/** The running consumers that an account owns. */
function owned(world: World): readonly Owned[] {
  return launchedConsumers(world).flatMap((consumer) => {
    const by = ownerOf(world, consumer);
    return by === undefined ? [] : [{ consumer, by }];
  });
}

/** All parameters, with some validators left: the lists are short, and half of the validators have the minimum stake. */
function everything(world: World, random: Random, size: number): PowerShaping {
  const ranked = validators(world).toSorted((a, b) => Number(b.tokens > a.tokens) - Number(b.tokens < a.tokens));
  const names = ranked.map(({ name }) => name);
  const one = pick(random, names) ?? 'v0';
  const middle = ranked[Math.floor(ranked.length / 2)];
  return {
    setCap: size,
    powerCap: pick(random, [1, 20, 34, 50, 99]) ?? 34,
    minStake: String(chance(random, 60) ? (middle?.tokens ?? 1n) : 1n),
    allowInactive: chance(random, 50),
    allow: chance(random, 50) ? names.filter((name) => name !== one) : [],
    deny: [pick(random, names) ?? 'v0'],
    priority: names.filter(() => chance(random, 30)),
  };
}

/** The first validator below the cap gets as much power as the last one above it. */
function* tieAt(world: World, consumer: string, size: number): Generator<Action, void, void> {
  const inside = optedIn(world, consumer);
  const ranked = validators(world)
    .filter(({ name, jailed }) => !jailed && inside.has(name))
    .toSorted((a, b) => Number(b.tokens > a.tokens) - Number(b.tokens < a.tokens));
  const [last, next] = [ranked[size - 1], ranked[size]];
  if (last === undefined || next === undefined) return;
  const gap = last.tokens - next.tokens;
  if (gap > 0n && gap < NEAR) yield { kind: 'delegate', by: 'relayer', validator: next.name, amount: String(gap) };
}
