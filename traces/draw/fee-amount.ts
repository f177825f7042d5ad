import * as fc from 'fast-check';

/** The fee of a transaction: usually some tokens, sometimes so few that a fraction of them rounds to zero. */
export const someFeeAmount: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.bigInt(1n, 1_000_000n) },
    { weight: 2, arbitrary: fc.constantFrom(1n, 2n, 3n, 7n, 101n) },
    { weight: 1, arbitrary: fc.bigInt(1_000_000n, 1_000_000_000n) },
  )
  .map(String);
