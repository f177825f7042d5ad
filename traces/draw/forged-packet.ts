import { SINGLETON } from '../../specs/key.ts';
import { rowsOf } from '../../specs/rows.ts';
import * as fc from 'fast-check';
import type { ForgedPacket } from '../../specs/generated/trace.ts';
import { valsetUpdateId } from '../../specs/tables/provider/module.ts';
import { FORGED_KINDS } from '../messages/forged-packet.ts';
import { consensusKeyAt } from '../setup/keys.ts';
import { isLifted } from '../generate/lifted.ts';
import { setAt, type World } from '../world/world.ts';
import { present, rarely } from './part.ts';

/** A valset update id that no provider reaches in a trace. */
const NEVER = 1_000_000;

const somePower = fc.constantFrom('0', '1', '-1', '-9223372036854775808', '-9223372036854775809');

/** Wrong powers, including more than anybody has. */
const someExaggeration = fc.oneof(
  { weight: 1, arbitrary: somePower },
  { weight: 3, arbitrary: fc.constantFrom('1000000000000', '9223372036854') },
);

/**
 * A forged packet, usually about a validator of the consumer. The power may be wrong, but is never above the real one
 * unless `exaggerated-power` is lifted.
 */
export function someForgedPacket(world: World, consumer: string): fc.Arbitrary<ForgedPacket> {
  const chain = world.chains.get(consumer);
  const set = chain === undefined ? [] : setAt(chain, Number(chain.height) + 1);
  const keys = set.flatMap(({ address }) => consensusKeyAt(address)?.name ?? []);
  const next = Number(rowsOf(world.provider.model.state, valsetUpdateId).get(SINGLETON) ?? 1n);
  return fc
    .record({
      what: fc.oneof(
        { weight: 6, arbitrary: fc.constant('downtime' as const) },
        { weight: 4, arbitrary: fc.constantFrom(...FORGED_KINDS) },
      ),
      key: rarely(
        95,
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...keys, 'v0') },
          { weight: 1, arbitrary: fc.constantFrom('v1', 'v2', 'k99') },
        ),
      ),
      power: isLifted(world, 'exaggerated-power') ? rarely(40, someExaggeration) : rarely(20, somePower),
      update: rarely(
        40,
        fc.oneof(
          { weight: 3, arbitrary: fc.integer({ min: 0, max: next }) },
          { weight: 1, arbitrary: fc.constantFrom(0, next, next + 1, NEVER) },
        ),
      ),
    })
    .map(present);
}
