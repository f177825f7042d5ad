import { rowsOf } from '../../specs/rows.ts';
import type { Block, ChainName } from '../../specs/block.ts';
import { consumerChainIds } from '../../specs/tables/provider.ts';
import type { State } from '../../model/draft.ts';
import type { Codec } from '../codec/codec.ts';
import { accountBook } from './account-book.ts';
import { decodeTx } from './decode-tx.ts';
import type { RawBlock } from '../facts/raw-block.ts';

/** What it takes to read the blocks of a chain. */
export interface BlockReader {
  readonly codec: Codec;
  /** The model's state before the block: what a signature must cover depends on it. */
  readonly state: State;
  /** The name of another chain by its chain id; by default the chain id itself. */
  readonly nameOf?: (chainId: string) => ChainName;
}

/**
 * The model's block from the bytes of a real one, whoever made it. Throws a `BeyondModel` when a transaction is one
 * that the model has no word for.
 */
export function decodeBlock(raw: RawBlock, { codec, state, nameOf = (chainId) => chainId }: BlockReader): Block {
  if (raw.txs.length === 0) return { ...raw, txs: [] };
  const chainIds = [...rowsOf(state, consumerChainIds).values(), raw.chainId];
  const reader = { codec, chainId: raw.chainId, accounts: accountBook(state), nameOf, chainIds };
  return { ...raw, txs: raw.txs.map((tx) => decodeTx(tx, reader)) };
}
