import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bech32 } from '../../../model/bech32.ts';
import { accountKey, consensusKey } from '../../../traces/keys.ts';
import { DEFAULT_SETUP, providerGenesis } from '../../../traces/setup.ts';
import { loadRelease } from '../../releases/load-release.ts';
import { releaseNames } from '../../releases/release.ts';
import { ProgramDied } from '../../runtimes/program-error.ts';
import { Drives, type Drive } from './testing/drive.ts';

const genesis = providerGenesis(DEFAULT_SETUP);

const delegation = {
  '@type': '/cosmos.staking.v1beta1.MsgDelegate',
  delegator_address: bech32('cosmos', accountKey('a0').address),
  validator_address: bech32('cosmosvaloper', accountKey('v0').address),
  amount: { denom: 'stake', amount: 5_000_000n },
};

let drives: Drives;
beforeEach(() => void (drives = new Drives()));
afterEach(() => drives.stop());

describe.each(releaseNames())('the provider of release %s', async (name) => {
  const { provider: program } = await loadRelease(name);
  const launch = (): Promise<Drive> => drives.launch('provider', program, genesis);

  /** Twenty blocks with a delegation in the fifth. */
  async function twentyBlocks(): Promise<Drive> {
    const provider = await launch();
    const codes: number[] = [];
    for (let height = 1; height <= 20; height++) {
      const { answers } = await provider.block(height === 5 ? [['a0', delegation]] : []);
      codes.push(...answers.map(({ code }) => code));
    }
    expect(codes).toEqual([0]);
    return provider;
  }

  test('starts with the validators of its genesis transactions', async () => {
    const provider = await launch();
    expect(provider.set(1).map(({ power }) => power)).toEqual([1003n, 1002n, 1001n, 1000n]);
    expect(provider.set(1).map(({ pubKey }) => pubKey)).toEqual(
      ['v3', 'v2', 'v1', 'v0'].map((validator) => consensusKey(validator).pubKey),
    );
  });

  test('commits the writes of its genesis with its first block', async () => {
    const provider = await launch();
    const [first, second] = [await provider.block(), await provider.block()];
    expect(new Set(first.writes.map(({ store }) => store))).toContain('provider');
    expect(first.writes.length).toBeGreaterThan(4 * second.writes.length);
  });

  test('has the same app hash at every height when all is done again', async () => {
    const { appHashes: once } = await twentyBlocks();
    await drives.stop();
    drives = new Drives();
    const { appHashes: again } = await twentyBlocks();
    expect(once).toHaveLength(21);
    expect(again).toEqual(once);
  });

  test('changes its validator set two blocks after it said so', async () => {
    const provider = await twentyBlocks();
    const address = consensusKey('v0').address;
    const powers = provider.sets.map((set) => set.find((validator) => validator.address === address)?.power);
    expect(powers.slice(4, 9)).toEqual([1000n, 1000n, 1000n, 1005n, 1005n]);
  });

  test('mints nothing', async () => {
    const provider = await twentyBlocks();
    const type = 'cosmos.bank.v1beta1.QuerySupplyOf';
    const request = provider.chain.codec.encode(`${type}Request`, { denom: 'stake' });
    const { code, value } = await provider.chain.query('/cosmos.bank.v1beta1.Query/SupplyOf', request);
    const coins = genesis.accounts.flatMap(({ balances }) => balances);
    expect(code).toBe(0);
    expect(provider.chain.codec.decode(`${type}Response`, value)).toEqual({
      amount: { denom: 'stake', amount: coins.reduce((sum, { amount }) => sum + amount, 0n) },
    });
  });

  test('does not get a block that its engine does not mean', async () => {
    const provider = await launch();
    await provider.block();
    const block = provider.blocks[1];
    if (block === undefined) throw new Error('there is no first block');
    const next = { ...block, height: 2n, appHash: provider.appHashes[1] ?? '' };
    const made = (change: object) => provider.chain.produce({ ...next, ...change }, [], new Set());
    await expect(made({ height: 3n })).rejects.toThrow('the next height of provider is 2, the block says 3');
    await expect(made({ appHash: 'ab' })).rejects.toThrow('the app hash of provider');
    await expect(made({ validatorsHash: 'ab' })).rejects.toThrow('the validators hash of provider');
    await expect(made({ nextValidatorsHash: 'ab' })).rejects.toThrow('the next validators hash of provider');
  });

  test('that refuses its genesis stops itself, and says why', async () => {
    const broken = { ...genesis, staking: { ...genesis.staking, bond_denom: '' } };
    const error = await drives.launch('provider', program, broken).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProgramDied);
    expect(error).toMatchObject({ panic: expect.stringContaining('invalid denom') });
  });

  test('that is stopped in the middle of a block fails it without a panic', async () => {
    const provider = await launch();
    const block = provider.block().catch((e: unknown) => e);
    await provider.chain.stop();
    expect(await block).toBeInstanceOf(Error);
    expect(await block).not.toHaveProperty('panic', expect.any(String));
  });
});
