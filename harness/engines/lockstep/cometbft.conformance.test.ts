import { describe, expect, test } from 'vitest';
import { merkleRoot } from '../../../model/consensus/merkle.ts';
import { applyUpdates, validatorsHash } from '../../../model/consensus/validator-set.ts';
import { loadRelease } from '../../releases/load-release.ts';
import { releaseNames } from '../../releases/release.ts';
import { signBytes } from '../../ibc/commit.ts';
import { headerHash } from '../../ibc/header.ts';
import vectors from './testing/cometbft-vectors.json' with { type: 'json' };

// The vectors come from the Go types of CometBFT v0.38.17: merkle.HashFromByteSlices, types.NewValidatorSet,
// ValidatorSet.Hash, Header.Hash and types.VoteSignBytes.
describe('as in CometBFT', () => {
  test.each(vectors.merkle)('the Merkle root over $leaves.length leaves', ({ leaves, root }) => {
    expect(merkleRoot(leaves.map((leaf) => Buffer.from(leaf, 'hex'))).toString('hex')).toBe(root);
  });

  test('a validator set is ordered, addressed and hashed', () => {
    const { unsorted, sorted, hash } = vectors.validators;
    const set = applyUpdates(
      [],
      unsorted.map(({ pubKey, power }) => ({ pubKey, power: BigInt(power) })),
    );
    expect(set.map((validator) => ({ ...validator, power: validator.power.toString() }))).toEqual(sorted);
    expect(validatorsHash(set)).toBe(hash);
  });
});

describe.each(releaseNames())("as in CometBFT, with the schema of release %s's program", async (name) => {
  const { codec } = (await loadRelease(name)).provider;

  test.each(vectors.headers)('a header of height $header.height is hashed', ({ header, hash }) => {
    const numbers = { height: BigInt(header.height), time: BigInt(header.time) };
    expect(headerHash(codec, { ...header, ...numbers, version: { block: 11n, app: 0n } })).toBe(hash);
  });

  test.each(vectors.votes)('the bytes of a vote at height $height are made', ({ chainId, height, time, ...vote }) => {
    const blockId = { hash: vote.hash, part_set_header: { total: 1, hash: '00'.repeat(32) } };
    const bytes = signBytes(codec, { chainId, height: BigInt(height), time: BigInt(time), blockId });
    expect(bytes.toString('hex')).toBe(vote.signBytes);
  });

  test('one changed field changes the hash', () => {
    const { header, hash } = vectors.headers[1] ?? {};
    if (header === undefined) throw new Error('there is no second header');
    const numbers = { height: BigInt(header.height) + 1n, time: BigInt(header.time) };
    expect(headerHash(codec, { ...header, ...numbers, version: { block: 11n, app: 0n } })).not.toBe(hash);
  });
});
