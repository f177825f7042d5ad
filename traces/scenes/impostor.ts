import type { Random } from 'fast-check';
import type { ForgedPacket } from '../../specs/generated/trace.ts';
import { someForgedPacket } from '../draw/index.ts';
import { FORGED_ANSWERS } from '../actions/forge-answer.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, passEpoch } from './steps.ts';
import { establishedConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** The replenishment period of the slash meter in seconds (`SlashMeterReplenishPeriod`). */
const REPLENISH_SECONDS = 3_600;

/** A malicious consumer sends many forged slash packets against any validators, several times (ADR-002). */
export const impostor: Scene = {
  name: 'impostor',
  weight: (world) => (establishedConsumers(world).length > 0 ? 1.5 : 0),
  *play(world, random) {
    const consumer = pick(random, establishedConsumers(world));
    if (consumer === undefined) return;
    const rounds = random.nextInt(2, 5);
    for (let i = 0; i < rounds; i++) {
      if (chance(random, 85)) yield { kind: 'forge', consumer, packets: draw(world, consumer, random) };
      else yield { kind: 'forge-answer', consumer, answers: [pick(random, FORGED_ANSWERS) ?? 'error'] };
      if (chance(random, 30)) yield block('provider', REPLENISH_SECONDS);
      if (chance(random, 30)) yield* passEpoch(world);
    }
  },
};

function draw(world: World, consumer: string, random: Random): ForgedPacket[] {
  const count = random.nextInt(1, 4);
  return Array.from({ length: count }, () => someForgedPacket(world, consumer).generate(random, undefined).value);
}
