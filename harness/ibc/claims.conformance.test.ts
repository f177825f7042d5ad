import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeaderClaim, ProofClaim, VoteClaim } from '../../specs/claim.ts';
import type { Hex } from '../../specs/value.ts';
import { consensusKey } from '../../traces/setup/keys.ts';
import type { Codec } from '../codec/codec.ts';
import { Drives } from '../engines/lockstep/testing/drive.ts';
import { launchConsumer, type Launched } from '../engines/lockstep/testing/launch-consumer.ts';
import { loadRelease } from '../releases/load-release.ts';
import { releaseNames } from '../releases/release.ts';
import { headerClaim, type LightHeader } from './header-claim.ts';
import { proofClaim } from './proof-claim.ts';
import { signedVote } from './signed-vote.ts';
import { voteClaim, type VoteMessage } from './vote-claim.ts';

describe.each(releaseNames())('on %s', async (name) => {
  const { provider, consumer } = await loadRelease(name);
  const drives = new Drives();
  let chains: Launched;
  beforeAll(async () => {
    chains = await launchConsumer(drives, provider, consumer);
    const [absent = ''] = chains.consumer.set(1).map(({ address }) => address);
    await chains.consumer.block([], { absent: [absent] });
    await chains.consumer.block();
    await chains.consumer.block();
  });
  afterAll(() => drives.stop());

  const readBack = (claim: HeaderClaim): HeaderClaim | undefined => headerAgain(claim, chains, provider.codec);
  const proven = (path: string) => provenBy(chains, path);

  describe('a header is read back', () => {
    test.each([2, 3])('as the claim that it was made from, at height %i', (height) => {
      const claim = chains.consumer.header(height, 1);
      expect(readBack(claim)).toEqual(claim);
    });

    test('without the validator whose signature is broken', () => {
      const claim = chains.consumer.header(3, 1, 'signature');
      expect(readBack(claim)).toEqual({ ...claim, signed: claim.signed.slice(1) });
    });

    test('as one that the commit is not for', () => {
      const claim = chains.consumer.header(3, 1, 'app-hash');
      expect(readBack(claim)).toEqual({ ...claim, app_hash: 'ff'.repeat(32) });
    });

    test('as one of other validators', () => {
      const claim = chains.consumer.header(3, 1, 'validators');
      expect(readBack(claim)).toMatchObject({ tampered: 'validators', height: claim.height });
    });

    test('with the trusted validators that stand in it', () => {
      const claim = chains.consumer.header(3, 1, 'trusted-validators');
      const last = claim.trusted_validators.length - 1;
      const other = claim.trusted_validators.map((one, i) => (i === last ? { ...one, power: one.power + 1n } : one));
      expect(readBack(claim)).toEqual({ ...claim, tampered: '', trusted_validators: other });
    });
  });

  describe('a vote is read back', () => {
    const { address, pubKey } = consensusKey('v0');
    const voter = { address, pubKey, power: 1n };
    const claim: VoteClaim = {
      '@claim': 'vote',
      chain: '',
      type: 'precommit',
      height: 3n,
      round: 1,
      block: 'aa'.repeat(32),
      time: 1_790_000_000_123_456_789n,
      validator: voter.address,
      signer: voter.address,
      chain_id: 'c0-1',
      tampered: false,
    };
    const voteAgain = (vote: VoteClaim) => {
      const bytes = provider.codec.encode('tendermint.types.Vote', signedVote(provider.codec, vote));
      const message = provider.codec.decode('tendermint.types.Vote', bytes) as unknown as VoteMessage;
      return voteClaim({ codec: provider.codec, chainIds: ['provider', 'c0-1'], voters: [voter] }, message);
    };

    test.each<[string, Partial<VoteClaim>]>([
      ['for a block', {}],
      ['for none', { block: '' }],
      ['of another kind', { type: 'prevote' }],
      ['for another chain', { chain_id: 'provider' }],
    ])('as the claim that it was made from, %s', (_, changes) => {
      expect(voteAgain({ ...claim, ...changes })).toEqual({ ...claim, ...changes });
    });

    test.each<[string, Partial<VoteClaim>]>([
      ['broken', { tampered: true }],
      ['for a chain that nobody knows', { chain_id: 'c9-1' }],
      ['of another key', { signer: consensusKey('v1').address }],
    ])('as one with a wrong signature when it is %s', (_, changes) => {
      expect(voteAgain({ ...claim, ...changes })).toEqual({ ...claim, chain_id: '', tampered: true });
    });
  });

  describe('a proof is read back', () => {
    test.each(['clients/07-tendermint-0/clientState', 'clients/07-tendermint-0/consensusStates/1-1'])(
      'with the entry under %s',
      async (path) => {
        const { bytes, claim } = await proven(path);
        const read = proofClaim(provider.codec, bytes, claim.height);
        expect(read).toMatchObject({ '@claim': 'proof', root: claim.root, path, height: claim.height });
        expect(read).toHaveProperty(['row', '@type'], expect.stringContaining('/ibc.lightclients.tendermint.v1.'));
      },
    );

    test.each([
      ['before all others', '!'],
      ['between two others', 'clients/07-tendermint-0/consensusStates/1-0'],
      ['between two others', 'connections/connection-7'],
      ['after all others', '~'],
    ])('that there is none, %s: %s', async (_, path) => {
      const { bytes, claim } = await proven(path);
      expect(proofClaim(provider.codec, bytes, claim.height)).toEqual({ ...claim, chain: '' });
    });

    test.each(['clients/07-tendermint-0/clientState', 'connections/connection-7', '~'])(
      'and shows something else, or nothing, once a bit of it has another value: %s',
      async (path) => {
        const { bytes, claim } = await proven(path);
        const real = proofClaim(provider.codec, bytes, claim.height);
        for (let at = 0; at < bytes.length / 2; at++) {
          const broken = Buffer.from(bytes, 'hex');
          broken.writeUInt8(broken.readUInt8(at) ^ 1, at);
          const read = proofClaim(provider.codec, broken.toString('hex'), claim.height);
          if (typeof read === 'string' || read.root !== claim.root) continue;
          // Of an absence the key itself stands for no more than what lies between the neighbours.
          expect({ ...read, path }, `byte ${at}`).toEqual(real);
          expect(read.row).toBeNull();
        }
      },
    );
  });
});

function headerAgain(claim: HeaderClaim, { consumer }: Launched, codec: Codec): HeaderClaim | undefined {
  return headerClaim(codec, consumer.chain.header(claim) as unknown as LightHeader, () => 'c0');
}

async function provenBy(
  { provider }: Launched,
  path: string,
): Promise<{ readonly bytes: Hex; readonly claim: ProofClaim }> {
  const claim = provider.proof(path, null);
  return { bytes: await provider.chain.proof(claim), claim };
}
