import * as fc from 'fast-check';

/** What a transaction pays: mostly some tokens, now and then so few that a share of them is less than one. */
export const someFeeAmount: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.bigInt(1n, 1_000_000n) },
    { weight: 2, arbitrary: fc.constantFrom(1n, 2n, 3n, 7n, 101n) },
    { weight: 1, arbitrary: fc.bigInt(1_000_000n, 1_000_000_000n) },
  )
  .map(String);
