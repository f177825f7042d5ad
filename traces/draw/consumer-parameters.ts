import * as fc from 'fast-check';
import type { Infraction, Infractions, Initialization, PowerShaping } from '../../specs/generated/trace.ts';
import { ownerOf, validators } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { isLifted } from '../generate/lifted.ts';
import { WRONG_FIELDS } from '../messages/consumer-parameters.ts';
import { someAccount } from './names.ts';
import { present, rarely } from './part.ts';
import { someRewardSettings } from './reward-settings.ts';

/** The connections to launch over. */
const CONNECTIONS = ['spare', 'other', 'localhost', 'missing', 'malformed'] as const;

/** Initialization parameters: a spawn time soon, now, later or never; usual or short periods. */
export function someInitialization(world: World): fc.Arbitrary<Initialization> {
  const connections = isLifted(world, 'client-of-another-consumer') ? [...CONNECTIONS, 'taken' as const] : CONNECTIONS;
  return fc
    .record({
      spawn: fc.oneof(
        { weight: 10, arbitrary: fc.integer({ min: 1, max: 15 }) },
        { weight: 2, arbitrary: fc.constantFrom(0, -3600) },
        { weight: 1, arbitrary: fc.constantFrom(3600, null) },
      ),
      unbonding: rarely(10, fc.constantFrom(86_400, 604_800, 1_814_400, 2_419_200)),
      ccvTimeout: rarely(10, fc.constantFrom(60, 3600, 86_400)),
      connection: rarely(3, fc.constantFrom(...connections)),
      wrong: rarely(3, fc.constantFrom(...WRONG_FIELDS)),
      revision: rarely(3, fc.integer({ min: 0, max: 3 })),
      height: rarely(5, fc.integer({ min: 2, max: 6 })),
      historical: rarely(10, fc.integer({ min: 1, max: 4 })),
      rewards: someRewardSettings,
    })
    .map(({ rewards, ...initialization }) => present({ ...initialization, ...rewards }));
}

/** A name in the metadata of a consumer: of the maximum length, too long, or blank. */
export const someMetadataName: fc.Arbitrary<string> = fc.constantFrom(
  'a consumer',
  'x'.repeat(50),
  'x'.repeat(51),
  ' ',
);

/** From 50 to 100 percent, often at the limits, rarely beyond. */
const someTopN: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 50, max: 100 }) },
  { weight: 6, arbitrary: fc.constantFrom(50, 51, 67, 99, 100) },
  { weight: 1, arbitrary: fc.constantFrom(1, 49, 101) },
);

/** Power shaping parameters, with a Top N in `topN` percent of the cases, though only governance may set it. */
export function somePowerShaping(world: World, topN: number): fc.Arbitrary<PowerShaping> {
  const names = validators(world).map(({ name }) => name);
  const list = fc.subarray(names, { minLength: Math.min(1, names.length) });
  return fc
    .record({
      topN: rarely(topN, someTopN),
      powerCap: rarely(30, fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constantFrom(33, 34, 50, 101))),
      setCap: rarely(30, fc.integer({ min: 1, max: Math.max(1, names.length) })),
      minStake: rarely(20, someMinStake(world)),
      allowInactive: rarely(30, fc.boolean()),
      allow: rarely(10, list),
      deny: rarely(10, list),
      priority: rarely(20, list),
    })
    .map(present);
}

const FRACTIONS = ['0.01', '0.05', '0.5', '0.333333333333333333', '0', '1', '1', '0.999999999999999999'] as const;
const JAILS = [1, 60, 600, 86_400, 0, 9_223_372_036, null] as const;

/** The punishment of one kind of infraction: within or at the limits, and in `beyond` percent beyond them (ADR-020). */
function someInfraction(beyond: number): fc.Arbitrary<Infraction> {
  const fair = 100 - beyond;
  return fc
    .record({
      fraction: rarely(
        80,
        fc.oneof(
          { weight: fair, arbitrary: fc.constantFrom(...FRACTIONS) },
          { weight: beyond, arbitrary: fc.constantFrom('1.000000000000000001', '-0.000000000000000001') },
        ),
      ),
      jail: rarely(
        80,
        fc.oneof(
          { weight: fair, arbitrary: fc.constantFrom(...JAILS) },
          { weight: beyond, arbitrary: fc.constant(-1) },
        ),
      ),
      tombstone: rarely(30, fc.boolean()),
    })
    .map(present);
}

/** Infraction parameters of a consumer for both kinds, one, or none. */
export const someInfractions: fc.Arbitrary<Infractions> = fc
  .record({ doubleSign: rarely(50, someInfraction(8)), downtime: rarely(80, someInfraction(8)) })
  .map(present);

/** Infraction parameters that the provider accepts, with a downtime that always slashes. */
export const fairInfractions: fc.Arbitrary<Infractions> = fc
  .record({ doubleSign: rarely(30, someInfraction(0)), downtime: someInfraction(0) })
  .map(present);

/** A chain id other than the default: taken, reserved, blank, too long, or of another revision. */
export function someChainId(world: World): fc.Arbitrary<string> {
  return fc.constantFrom(world.chainIdOf('c0'), 'other-7', 'stride-1', ' ', 'x'.repeat(50), 'x'.repeat(51));
}

/** The owner of the consumer, rarely another account. */
export function someOwnerOf(world: World, consumer: string): fc.Arbitrary<string> {
  const owner = ownerOf(world, consumer);
  if (owner === undefined) return someAccount(world);
  return fc.oneof({ weight: 9, arbitrary: fc.constant(owner) }, { weight: 1, arbitrary: someAccount(world) });
}

/** A new owner of a consumer. */
export function someOwner(world: World): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: someAccount(world) },
    { weight: 1, arbitrary: fc.constantFrom('gov', 'nobody') },
  );
}

/** At, just above, or just below the tokens of a validator. */
function someMinStake(world: World): fc.Arbitrary<string> {
  const tokens = validators(world).flatMap((validator) => (validator.tokens > 0n ? [validator.tokens] : []));
  if (tokens.length === 0) return fc.constant('1000000');
  return fc.tuple(fc.constantFrom(...tokens), fc.constantFrom(-1n, 0n, 1n)).map(([stake, off]) => String(stake + off));
}
