import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moduleAddress } from '../../specs/module-address.ts';
import type { Hex } from '../../specs/value.ts';
import { bech32 } from '../../model/bech32.ts';
import { accountKey, consensusKey } from '../../traces/keys.ts';
import { DEFAULT_SETUP } from '../../traces/setup.ts';
import { Drives } from '../engines/lockstep/testing/drive.ts';
import { genesisOf, launchOnProvider } from '../engines/lockstep/testing/launch-consumer.ts';
import { loadRelease } from '../releases/load-release.ts';
import { readRelease } from '../releases/release.ts';
import { OWN_KEYS, SovereignChain, UPGRADE } from './sovereign-chain.ts';
import { changeoverReleases, openSovereign } from './sovereign-program.ts';
import { NO_TIME } from '../../specs/value.ts';

const CCV_GENESIS = 'interchain_security.ccv.v1.ConsumerGenesisState';
const AT = 7n;

const account = (name: string) => bech32('consumer', accountKey(name).address);
const proposal = {
  '@type': '/cosmos.gov.v1.MsgSubmitProposal',
  messages: [
    {
      '@type': '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
      authority: bech32('consumer', moduleAddress('gov')),
      plan: { name: UPGRADE, time: NO_TIME, height: AT, info: '', upgraded_client_state: null },
    },
  ],
  initial_deposit: [{ denom: 'stake', amount: 10_000_000n }],
  proposer: account('v0'),
  metadata: '',
  title: 'Become a consumer',
  summary: 'Let the validators of the provider take over',
  expedited: false,
};
const vote = (name: string) => ({
  '@type': '/cosmos.gov.v1.MsgVote',
  proposal_id: 1n,
  voter: account(name),
  option: 'VOTE_OPTION_YES',
  metadata: '',
});

/** Powers by the name of their key. */
function named(updates: readonly { readonly pubKey: string; readonly power: bigint }[]): Record<string, bigint> {
  const names = [...new Set([...OWN_KEYS, 'v0', 'v1', 'v2', 'v3'])];
  return Object.fromEntries(
    updates.map(({ pubKey, power }) => [names.find((name) => consensusKey(name).pubKey === pubKey) ?? pubKey, power]),
  );
}

let drives: Drives;
let chain: SovereignChain | undefined;
beforeEach(() => void (drives = new Drives()));
afterEach(async () => {
  await drives.stop();
  await chain?.stop();
});

describe.each(changeoverReleases())('a chain that lived on its own, with %s (ADR-010)', async (release) => {
  const { provider, consumer } = await loadRelease(release);
  const sovereign = await openSovereign(release, consumer);

  /** One that has voted to become a consumer, before the block in which it has to. */
  async function decided(): Promise<{ readonly chain: SovereignChain; readonly appHash: Hex }> {
    chain = await SovereignChain.start(sovereign);
    await chain.block();
    expect((await chain.block([['v0', proposal]])).codes).toEqual([0]);
    const votes = await chain.block(['v0', 'v1', 'v2', 'v3'].map((name) => [name, vote(name)]));
    expect(votes.codes).toEqual([0, 0, 0, 0]);
    await chain.block([], BigInt(DEFAULT_SETUP.votingSeconds) + 1n);
    await chain.block();
    const { appHash } = await chain.block();
    expect(chain.height).toBe(AT - 1n);
    return { chain, appHash };
  }

  test('becomes a consumer: the validators of the provider replace its own, and all that it had stays', async () => {
    const { chain, appHash } = await decided();
    const before = [await chain.entries('bank', '02'), await chain.entries('staking', '21')];
    expect(before.map((entries) => entries.length > 0)).toEqual([true, true]);
    await expect(chain.block()).rejects.toThrow(`UPGRADE "${UPGRADE}" NEEDED at height: ${AT}`);

    const launched = await launchOnProvider(drives, provider);
    const { ccv } = await genesisOf(drives, launched.provider, consumer);
    const made = consumer.codec.toGenesisJson(CCV_GENESIS, ccv) as object;
    const ccvconsumer = { ...(consumer.defaultGenesis['ccvconsumer'] as object), ...made, preCCV: true };
    const info = await chain.changeOver(consumer, ccvconsumer);
    expect(info).toMatchObject({ last_block_height: AT - 1n, last_block_app_hash: appHash });

    const { updates } = await chain.block();
    expect(named(updates)).toEqual({ v0: 1000n, v1: 1001n, v2: 1002n, v3: 1003n, k1: 0n, k2: 0n, k3: 0n });
    expect([await chain.entries('bank', '02'), await chain.entries('staking', '21')]).toEqual(before);
    for (let i = 0; i < 3; i++) expect((await chain.block()).updates).toEqual([]);
    expect(chain.height).toBe(AT + 3n);
  });

  test('does not become one of the program without stakers, which has no such upgrade', async () => {
    const { chain } = await decided();
    await expect(chain.block()).rejects.toThrow('NEEDED');
    const { consumer: plain } = await loadRelease(readRelease(release).version);
    await expect(chain.changeOver(plain, plain.defaultGenesis['ccvconsumer'])).rejects.toThrow('ended with code 1');
  });
});
