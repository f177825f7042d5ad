import * as fc from 'fast-check';
import { isLifted } from '../generate/lifted.ts';
import { stakeOf, validators, type Delegation } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** Tokens per unit of power (`sdk.DefaultPowerReduction`). */
const UNIT = 1_000_000n;

/**
 * Tokens over the whole range: one, around a unit of power, the amount that makes two validators equal or one token
 * apart, the whole balance of an account, and more.
 */
export function someAmount(world: World): fc.Arbitrary<string> {
  const balance = BigInt(world.setup.balance);
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.bigInt(1n, 500n * UNIT) },
      { weight: 3, arbitrary: fc.bigInt(1n, 2_000n).map((units) => units * UNIT) },
      { weight: 3, arbitrary: aroundUnits },
      { weight: 2, arbitrary: someGap(world) },
      { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 2n, balance, balance + 1n, balance / 2n, 10n ** 29n) },
    )
    .map(String);
}

/** Amounts around a maximum: all, half, one less, one more, and any part. */
export function someAmountUpTo(most: bigint): fc.Arbitrary<string> {
  const top = most > 0n ? most : 1n;
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.bigInt(1n, top) },
      { weight: 3, arbitrary: fc.constant(top) },
      { weight: 2, arbitrary: aroundUnits.map((amount) => (amount < top ? amount : top)) },
      { weight: 1, arbitrary: fc.constantFrom(0n, 1n, top / 2n, top - 1n, top + 1n) },
    )
    .map(String);
}

/**
 * Amounts around a delegation. The last validator with power keeps most of its stake: a chain without power makes no
 * more blocks.
 */
export function someStakeOf(world: World, pair: Delegation): fc.Arbitrary<string> {
  const stake = stakeOf(world, pair);
  if (stake === 0n) return someAmount(world);
  const part = someAmountUpTo(stake / 20n);
  if (!isLifted(world, 'chain-without-power') && isLast(world, pair.validator)) return part;
  return fc.oneof({ weight: 1, arbitrary: someAmountUpTo(stake) }, { weight: 3, arbitrary: part });
}

/** Whether a validator could be the last one with power, considering the waiting transactions. */
function isLast(world: World, name: string): boolean {
  const waits = world.provider.mempool.waiting.some(({ messages }) =>
    messages.some((message) => /Undelegate|Redelegate/u.test(message['@type'])),
  );
  const able = validators(world).filter(({ tokens, jailed }) => !jailed && tokens >= UNIT);
  return waits || able.every((validator) => validator.name === name);
}

/** Just below, at and just above a few units of power. */
const aroundUnits: fc.Arbitrary<bigint> = fc
  .tuple(fc.bigInt(1n, 5n), fc.constantFrom(-1n, 0n, 1n))
  .map(([units, off]) => units * UNIT + off);

/** The difference between two validators: delegated to the smaller one, it makes a tie. */
function someGap(world: World): fc.Arbitrary<bigint> {
  const tokens = validators(world).map((validator) => validator.tokens);
  if (tokens.length < 2) return aroundUnits;
  return fc
    .tuple(fc.constantFrom(...tokens), fc.constantFrom(...tokens), fc.constantFrom(-1n, 0n, 1n))
    .map(([a, b, off]) => (a > b ? a - b : b - a) + off)
    .map((gap) => (gap > 0n ? gap : 1n));
}
