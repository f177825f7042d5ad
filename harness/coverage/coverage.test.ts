import { describe, expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { functionsOf } from './functions.ts';
import { readProfile } from './profile.ts';
import { coverageText } from '../cli/coverage-table.ts';

/** A consumer with none of the features. */
const PLAIN = new Set<never>();
const CCV = 'example.org/m/x/ccv/provider/keeper';
const BLOCKS = readProfile(`mode: atomic
${CCV}/relay.go:10.2,12.3 2 5
${CCV}/relay.go:14.3,15.4 1 0
${CCV}/relay.go:20.3,25.4 4 0
${CCV}/grpc_query.go:5.1,6.2 3 1
example.org/m/cmd/pd/main.go:3.1,4.2 9 9
`);
const LISTING = `${CCV}/relay.go:20:\tKeeper.Second\t0.0%
${CCV}/relay.go:10:\tKeeper.First\t66.7%
${CCV}/grpc_query.go:4:\tKeeper.Query\t100.0%
example.org/m/cmd/pd/main.go:2:\tmain\t100.0%
total\t(statements)\t50.0%
`;

describe('functions', () => {
  test('get the blocks that begin in them', () => {
    const [first, second] = functionsOf(BLOCKS, LISTING);
    expect(first).toEqual({
      package: CCV,
      file: `${CCV}/relay.go`,
      line: 10,
      name: 'Keeper.First',
      statements: 3,
      reached: 2,
      handingOn: 0,
    });
    expect(second).toMatchObject({ name: 'Keeper.Second', statements: 4, reached: 0 });
  });
});

describe('coverage', () => {
  const found = coverageOf(functionsOf(BLOCKS, LISTING), PLAIN);

  test('counts the CCV modules alone, and what is for queries apart', () => {
    expect(found.packages).toEqual([
      {
        name: 'provider/keeper',
        statements: 7,
        reached: 2,
        handingOn: 0,
        apart: { query: { statements: 3, reached: 3 } },
      },
    ]);
  });

  test('names each function of which nothing was reached', () => {
    expect(found.unreached).toEqual([
      {
        package: 'provider/keeper',
        place: 'relay.go:20',
        name: 'Keeper.Second',
        statements: 4,
        handingOn: 0,
        reason: null,
      },
    ]);
  });

  test('says why a function is never reached, and which reason does not hold', () => {
    const [name, reached] = ['Keeper.GetSlashLog', 'Keeper.IsPrioritylistEmpty'];
    const blocks = readProfile(`mode: atomic\n${CCV}/a.go:1.1,2.1 1 0\n${CCV}/a.go:5.1,6.1 1 1\n`);
    const two = coverageOf(
      functionsOf(blocks, `${CCV}/a.go:1:\t${name}\t0.0%\n${CCV}/a.go:5:\t${reached}\t100.0%\n`),
      PLAIN,
    );
    expect(two.unreached).toMatchObject([{ name, reason: 'nothing in the programs calls it' }]);
    expect(two.outdated).toEqual([`provider/keeper ${reached}`]);
    expect(coverageText(two)).toContain('provider/keeper  1        2   50.0 %  0                   100.0 %');
    expect(coverageText(two)).toContain(`in spite of a reason: provider/keeper ${reached}`);
  });

  test('gives no reason that does not hold for the programs', () => {
    const name = 'Keeper.ChangeoverToConsumer';
    const consumer = 'github.com/cosmos/interchain-security/v7/x/ccv/consumer/keeper';
    const blocks = readProfile(`mode: atomic\n${consumer}/a.go:1.1,2.1 1 0\n`);
    const functions = functionsOf(blocks, `${consumer}/a.go:1:\t${name}\t0.0%\n`);
    const reasons = [PLAIN, new Set(['changeover' as const])].map((features) => coverageOf(functions, features));
    expect(reasons.map(({ unreached }) => unreached[0]?.reason)).toEqual([expect.stringContaining('another'), null]);
  });

  test('is told as a table and a list', () => {
    expect(coverageText(found)).toBe(`package          reached  of          only return errors  of reachable code
provider/keeper  2        7   28.6 %  0                   28.6 %

counted separately  reached  of
query               3        3   100.0 %

never reached   1 functions, 1 of them without a reason
  provider/keeper/relay.go:20  Keeper.Second`);
  });
});
