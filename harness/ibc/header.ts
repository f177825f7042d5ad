import type { Block } from '../../specs/block.ts';
import type { HistoricalHeader } from '../../specs/tables/historical-info.ts';
import type { Hex } from '../../specs/value.ts';
import { merkleRoot, sha256 } from '../../model/consensus/merkle.ts';
import type { Codec } from '../codec/codec.ts';

const EMPTY = merkleRoot([]).toString('hex');

/** `tendermint.types.BlockID`. */
export type BlockId = {
  readonly hash: Hex;
  readonly part_set_header: { readonly total: number; readonly hash: Hex };
};

/** What stands for no block. */
export const NO_BLOCK: BlockId = { hash: '', part_set_header: { total: 0, hash: '' } };

/** The parts of a block that the harness made: nobody looks at their hash. */
export const PARTS: BlockId['part_set_header'] = { total: 1, hash: '00'.repeat(32) };

/** `tendermint.types.Header`. */
export type Header = HistoricalHeader;

/** What a header takes over from its block. */
type HeaderParts = Pick<
  Block,
  'chainId' | 'height' | 'time' | 'appHash' | 'validatorsHash' | 'nextValidatorsHash' | 'proposer'
>;

/**
 * The header of a block. Hashes that neither the program nor a light client looks at are those of nothing:
 * the last commit, the results and the evidence.
 */
export function headerOf(block: HeaderParts, last: BlockId | undefined, txs: readonly Buffer[]): Header {
  return {
    version: { block: 11n, app: 0n },
    chain_id: block.chainId,
    height: block.height,
    time: block.time,
    last_block_id: last ?? NO_BLOCK,
    last_commit_hash: EMPTY,
    data_hash: merkleRoot(txs.map(sha256)).toString('hex'),
    validators_hash: block.validatorsHash,
    next_validators_hash: block.nextValidatorsHash,
    consensus_hash: EMPTY,
    app_hash: block.appHash,
    last_results_hash: EMPTY,
    evidence_hash: EMPTY,
    proposer_address: block.proposer,
  };
}

/** The hash of a header (CometBFT, `Header.Hash`): the Merkle root over its fields, each as protobuf writes it. */
export function headerHash(codec: Codec, header: Header): Hex {
  const encode = (type: string, value: Parameters<Codec['encode']>[1]): Uint8Array => codec.encode(type, value);
  const bytes = (value: Hex): Uint8Array => encode('google.protobuf.BytesValue', { value });
  return merkleRoot([
    encode('tendermint.version.Consensus', header.version),
    encode('google.protobuf.StringValue', { value: header.chain_id }),
    encode('google.protobuf.Int64Value', { value: header.height }),
    encode('google.protobuf.Timestamp', header.time),
    encode('tendermint.types.BlockID', header.last_block_id),
    bytes(header.last_commit_hash),
    bytes(header.data_hash),
    bytes(header.validators_hash),
    bytes(header.next_validators_hash),
    bytes(header.consensus_hash),
    bytes(header.app_hash),
    bytes(header.last_results_hash),
    bytes(header.evidence_hash),
    bytes(header.proposer_address),
  ]).toString('hex');
}
