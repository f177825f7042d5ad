import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bech32 } from '../../../model/bech32.ts';
import { accountKey, consensusKey } from '../../../traces/setup/keys.ts';
import { DEFAULT_SETUP, providerGenesis } from '../../../traces/setup/setup.ts';
import { loadRelease } from '../../releases/load-release.ts';
import { plainReleaseNames } from '../../releases/release.ts';
import { processRuntime } from '../../runtimes/process.ts';
import { ProgramDied } from '../../facts/program-error.ts';
import type { Runtime } from '../../runtimes/runtime.ts';
import { listIn, messageIn, textIn } from '../../observe/fields.ts';
import { Drives, type Drive } from './testing/drive.ts';

const genesis = providerGenesis(DEFAULT_SETUP);

/** What `subspace` answers. */
const PAIRS = 'cosmos.store.internal.kv.v1beta1.Pairs';

const delegation = {
  '@type': '/cosmos.staking.v1beta1.MsgDelegate',
  delegator_address: bech32('cosmos', accountKey('a0').address),
  validator_address: bech32('cosmosvaloper', accountKey('v0').address),
  amount: { denom: 'stake', amount: 5_000_000n },
};

let drives: Drives;
beforeEach(() => void (drives = new Drives()));
afterEach(() => drives.stop());

/** All entries of a store, asked for by the first byte of their keys. */
async function entriesOf({ chain }: Drive, store: string): Promise<[key: string, value: string][]> {
  const entries: [string, string][] = [];
  for (let first = 0; first < 256; first++) {
    const { value } = await chain.query(`/store/${store}/subspace`, Buffer.of(first));
    const { pairs } = messageIn(chain.codec.decode(PAIRS, value), PAIRS);
    for (const pair of listIn(pairs, 'pairs')) {
      const entry = messageIn(pair, 'pair');
      entries.push([textIn(entry['key'], 'key'), textIn(entry['value'], 'value')]);
    }
  }
  return entries;
}

describe.each(plainReleaseNames())('the provider of release %s', async (name) => {
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

  /** In which a program that is to start again comes up in a new folder, as a container does. */
  const inANewFolder: Runtime = {
    name: 'in a new folder',
    async launch(parts) {
      const running = await processRuntime.launch(parts);
      return { ...running, restart: undefined };
    },
  };

  test.each([
    ['from its disk', { keepsState: true }],
    ['from its first block when it had its state in memory', {}],
    ['from its first block when nothing is left of it', { runtime: inANewFolder, keepsState: true }],
  ])('goes on after it was killed, %s', async (_, options) => {
    const { appHashes } = await twentyBlocks();
    await drives.stop();
    drives = new Drives();
    const provider = await drives.launch('provider', program, genesis, options);
    for (let height = 1; height <= 20; height++) {
      const { writes } = await provider.block(height === 5 ? [['a0', delegation]] : []);
      if (height % 4 !== 2) continue;
      await provider.chain.restart();
      expect(writes.length).toBeGreaterThan(0);
    }
    expect(provider.appHashes).toEqual(appHashes);
  });

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

  test('tells every entry of its stores by what it writes, and none that is not there', async () => {
    const provider = await launch();
    const told = new Map<string, string>();
    for (let height = 1; height <= 12; height++) {
      const { writes } = await provider.block(height === 5 ? [['a0', delegation]] : []);
      for (const { store, key, value } of writes) {
        // A store in memory is traced as well, and is no part of what is committed.
        if (store.startsWith('memory:')) continue;
        const name = `${store} ${key.toString('hex')}`;
        if (value === undefined) told.delete(name);
        else told.set(name, value.toString('hex'));
      }
    }
    const stores = new Set([...told.keys()].map((name) => name.split(' ')[0] ?? ''));
    const stored = new Map<string, string>();
    for (const store of stores) {
      for (const [key, value] of await entriesOf(provider, store)) stored.set(`${store} ${key}`, value);
    }
    expect(stores).toContain('provider');
    expect(told).toEqual(stored);
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

  test('that is stopped in the middle of a block fails it as interrupted', async () => {
    const provider = await launch();
    const block = provider.block().catch((e: unknown) => e);
    await provider.chain.stop();
    expect(await block).toMatchObject({ name: 'AbortError', message: 'the harness closed the connection' });
  });
});
