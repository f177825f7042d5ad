import * as fc from 'fast-check';
import type { Misbehavior } from '../../specs/block.ts';
import type { ReportMisbehaviorAction } from '../../specs/generated/trace.ts';
import { totalPower } from '../../model/consensus/validator-set.ts';
import type { ActionKind } from './action.ts';
import { present, rarely, someChain, someSigner } from '../draw/index.ts';
import { chainName, keyName } from '../format/fields.ts';
import { consensusKey, consensusKeyAt } from '../setup/keys.ts';
import { isLifted } from '../generate/lifted.ts';
import { blockOrder } from '../world/order.ts';
import { setAt, type World } from '../world/world.ts';

/** Evidence that CometBFT passes to the application with a block (ABCI `Misbehavior`). */
export const reportMisbehavior: ActionKind<ReportMisbehaviorAction> = {
  kind: 'report-misbehavior',
  title: 'ReportMisbehaviorAction',
  describes: 'A chain makes a block with evidence that one of its validators signed two blocks of the same height.',
  sends: [],
  fields: {
    chain: chainName,
    key: {
      ...keyName,
      description: 'The consensus key that signed twice. If it is not in the set, the block has no evidence.',
    },
    back: {
      type: 'integer',
      minimum: 0,
      maximum: 1000,
      description: 'The height of the infraction, in blocks before the newest one.',
    },
    attack: {
      type: 'boolean',
      description: 'Whether the evidence is a light client attack instead of a duplicate vote.',
    },
  },
  optional: ['attack'],
  weight: (world) => (world.provider.height > 3n ? 1.2 : 0),
  draw: (world) =>
    someChain(world).chain((chain) =>
      fc
        .record({
          kind: fc.constant('report-misbehavior' as const),
          chain: fc.constant(chain),
          key: isLifted(world, 'evidence-against-removed')
            ? someSignerOrFormer(world, chain)
            : someSigner(world, chain),
          back: fc.oneof(
            { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
            { weight: 1, arbitrary: fc.integer({ min: 5, max: 40 }) },
          ),
          attack: rarely(25, fc.constant(true)),
        })
        .map(present),
    ),
  *plan(world, { chain, key, back, attack = false }) {
    if (!world.chains.has(chain)) return;
    const type = attack ? 'light-client-attack' : 'duplicate-vote';
    const found = misbehaviorAt(world, chain, consensusKey(key).address, back, type);
    yield blockOrder(chain, { misbehavior: found === undefined ? [] : [found] });
  },
};

/** Evidence up to this many blocks back has not expired. */
const YOUNG = 12;

/** A key that signs the next block, or one that signed recently and no longer does. */
function someSignerOrFormer(world: World, name: string): fc.Arbitrary<string> {
  const chain = world.chains.get(name);
  const now = new Set(chain?.sets.at(-1)?.map(({ address }) => address));
  const lately = chain?.sets.slice(-YOUNG).flatMap((set) => set.map(({ address }) => address)) ?? [];
  const former = lately.flatMap((address) => (now.has(address) ? [] : (consensusKeyAt(address)?.name ?? [])));
  return former.length === 0 ? someSigner(world, name) : fc.oneof(someSigner(world, name), fc.constantFrom(...former));
}

/** Evidence against a validator that signed a block, or `undefined` if there was no such block or validator. */
function misbehaviorAt(
  world: World,
  name: string,
  address: string,
  back: number,
  type: Misbehavior['type'],
): Misbehavior | undefined {
  const chain = world.chains.get(name);
  const height = Number(chain?.height ?? 0n) - back;
  const header = chain?.headers[height];
  if (chain === undefined || header === undefined) return undefined;
  const set = setAt(chain, height);
  const power = set.find((validator) => validator.address === address)?.power;
  if (power === undefined) return undefined;
  return { type, address, power, height: BigInt(height), time: header.time, totalPower: totalPower(set) };
}
