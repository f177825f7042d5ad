import * as fc from 'fast-check';
import type { TraceSetup } from '../../specs/generated/trace.ts';
import { present, rarely } from './part.ts';

/** Tokens per unit of power. */
const UNIT = 1_000_000n;

/** Stakes of genesis validators: distinct, tied, one token apart, or tiny next to huge. */
const someStakes: fc.Arbitrary<string[]> = fc
  .oneof(
    { weight: 30, arbitrary: fc.constant(5) },
    { weight: 50, arbitrary: fc.integer({ min: 2, max: 7 }) },
    { weight: 10, arbitrary: fc.constant(1) },
    { weight: 20, arbitrary: fc.integer({ min: 7, max: 10 }) },
    // With more than twelve, Go uses another sorting algorithm. Rare, because every block takes longer.
    { weight: 3, arbitrary: fc.integer({ min: 13, max: 30 }) },
    { weight: 1, arbitrary: fc.integer({ min: 50, max: 100 }) },
  )
  .chain((length) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(steps(length)) },
      {
        weight: 3,
        arbitrary: listOf(
          fc.bigInt(1n, 2_000n).map((units) => units * UNIT),
          length,
        ),
      },
      { weight: 2, arbitrary: listOf(fc.constantFrom(500n * UNIT, 501n * UNIT, 501n * UNIT - 1n), length) },
      { weight: 1, arbitrary: listOf(fc.constantFrom(UNIT, 2n * UNIT, 1_000n * UNIT, 1_000_000n * UNIT), length) },
    ),
  )
  .map((stakes) => stakes.map(String));

/**
 * A setup: one to ten validators, rarely up to a hundred; short epochs; sometimes more validators than the maximum of
 * the set. Omitted parts have their default.
 */
export const someSetup: fc.Arbitrary<TraceSetup> = someStakes.chain((validators) =>
  fc
    .record({
      validators: fc.constant(validators),
      accounts: fc.integer({ min: 1, max: 3 }),
      balance: rarely(10, fc.constantFrom('10000000', '999999', '1000000000000000')),
      epochsToRewards: rarely(80, fc.constantFrom(1, 1, 2, 3)),
      blocksPerEpoch: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
        { weight: 2, arbitrary: fc.integer({ min: 4, max: 6 }) },
      ),
      maxValidators: rarely(20, fc.integer({ min: Math.max(1, validators.length - 3), max: validators.length })),
      maxProviderConsensusValidators: rarely(
        40,
        fc.integer({ min: Math.max(1, validators.length - 3), max: Math.max(1, validators.length - 1) }),
      ),
      maxEntries: rarely(25, fc.integer({ min: 1, max: 3 })),
      providerUnbondingSeconds: rarely(25, fc.constantFrom(1_200, 7_200, 86_400, 604_800)),
      ccvTimeoutSeconds: rarely(14, fc.constantFrom(60, 600, 3_600)),
      signedBlocksWindow: rarely(40, fc.integer({ min: 1, max: 8 })),
      consumerSignedBlocksWindow: rarely(60, fc.integer({ min: 1, max: 5 })),
      votingSeconds: rarely(60, fc.constantFrom(1, 5, 20, 60)),
      depositSeconds: rarely(40, fc.constantFrom(1, 5, 20, 60)),
      burnDeposits: rarely(30, fc.constant(true)),
      slashMeterReplenishFraction: rarely(55, fc.constantFrom('0.05', '0.2')),
      commission: rarely(30, fc.constantFrom('0', '1', '0.333333333333333333', '0.000000000000000001')),
      communityTax: rarely(40, fc.constantFrom('0', '1', '0.5', '0.333333333333333333')),
      withdrawAddresses: rarely(10, fc.constant(false)),
      inflation: rarely(15, fc.constantFrom('0.13', '0.07', '0.2', '0.000000000000000001')),
      otherDenoms: rarely(40, fc.constantFrom(['other'], ['atom', 'zeta'])),
    })
    .map(present),
);

function steps(length: number): bigint[] {
  return Array.from({ length }, (_, i) => 1_000n * UNIT + BigInt(i) * UNIT);
}

function listOf(stake: fc.Arbitrary<bigint>, length: number): fc.Arbitrary<bigint[]> {
  return fc.array(stake, { minLength: length, maxLength: length });
}
