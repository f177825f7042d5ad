import type { Random } from 'fast-check';
import type { Action, Content } from '../../specs/generated/trace.ts';
import { consumerParamsContent } from '../contents/consumer-params.ts';
import { someContent } from '../contents/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { isDemocratic } from '../messages/stakers.ts';
import { block } from './steps.ts';
import { establishedConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { decide } from './governance.ts';

/** A voting period up to this long does not expire clients. */
const SHORT_SECONDS = 3_600;

/** On a consumer with democracy, delegators elect representatives, who earn rewards and vote on proposals. */
export const democracy: Scene = {
  name: 'democracy',
  weight: (world) => (isDemocratic(world) && establishedConsumers(world).length > 0 ? 8 : 0),
  *play(world, random) {
    const chain = pick(random, establishedConsumers(world));
    if (chain === undefined) return;
    const representatives = ['v0', 'v1', 'v2'].slice(0, random.nextInt(1, 3));
    for (const validator of representatives) {
      const amount = `${random.nextInt(1, 900)}${chance(random, 50) ? '000000' : '123457'}`;
      yield { kind: 'create-validator', validator, amount, commission: '0.1', chain };
    }
    yield block(chain);
    const validator = pick(random, representatives) ?? 'v0';
    yield* stake(chain, validator, random);
    yield { kind: 'pay-fees', chain, by: 'a0', amount: String(random.nextInt(1, 9_999_999)) };
    yield block(chain);
    // Fees are split at the end of a block and distributed at the beginning of the next one.
    yield block(chain);
    yield { kind: 'withdraw-rewards', by: validator, validator, chain };
    if (chance(random, 50)) yield { kind: 'withdraw-commission', validator, chain };
    if (chance(random, 20)) yield { kind: 'unjail', validator, chain };
    yield block(chain);
    if (world.setup.votingSeconds > SHORT_SECONDS && chance(random, 60)) return;
    yield* decide(world, random, contents(world, random, chain), chance(random, 80) ? 'yes' : 'no', chain);
    yield { kind: 'pay-fees', chain, by: 'a1', amount: String(random.nextInt(1, 9_999_999)) };
    for (let blocks = random.nextInt(2, 5); blocks > 0; blocks--) yield block(chain);
  },
};

/** Delegates, undelegates and redelegates. */
function* stake(chain: string, validator: string, random: Random): Generator<Action, void, void> {
  const amount = `${random.nextInt(1, 50)}000001`;
  yield { kind: 'delegate', by: 'a0', validator, amount, chain };
  yield block(chain);
  const way = pick(random, ['undelegate', 'redelegate', 'stay'] as const);
  if (way === 'undelegate') yield { kind: 'undelegate', by: 'a0', validator, amount, chain };
  if (way === 'redelegate') yield { kind: 'redelegate', by: 'a0', from: validator, to: 'v1', amount: '1000000', chain };
  if (way !== 'undelegate') return;
  yield block(chain);
  if (chance(random, 50)) yield { kind: 'cancel-unbonding', by: 'a0', validator, entry: 1, amount: '1', chain };
}

/** New parameters of the consumer's CCV module, whose authority is governance, or any other content. */
function contents(world: World, random: Random, chain: string): Content[] {
  const own = consumerParamsContent.draw(world).generate(random, undefined).value;
  const { value: any } = someContent(world).generate(random, undefined);
  return [chance(random, 60) ? { ...own, consumer: chain } : any];
}
