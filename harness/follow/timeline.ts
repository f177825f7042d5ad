import type { Block, ChainName, Observation } from '../../specs/block.ts';

/** A block that a chain has made, and what was observed of it. */
export interface MadeBlock {
  /** Its place among the blocks of all chains, as they were made. */
  readonly order: number;
  readonly block: Block;
  readonly observation: Observation;
}

/** The last blocks of a chain, the oldest first. */
export interface ChainBlocks {
  readonly chain: ChainName;
  readonly blocks: readonly MadeBlock[];
}

/** Keeps the last blocks of every chain of a run. */
export interface Timeline {
  /** A chain has made a block: called before it is compared, so that the block of a finding is among them. */
  take(chain: ChainName, block: Block, observation: Observation): void;
  /** In the order in which the chains made their first block. */
  chains(): readonly ChainBlocks[];
}

/** How many blocks of each chain are kept. */
export const MOST_BLOCKS = 12;

/** Begins the timeline of a run. Only references are kept: reports make something of them when there is a finding. */
export function openTimeline(): Timeline {
  const chains = new Map<ChainName, MadeBlock[]>();
  let order = 0;
  return {
    take(chain, block, observation) {
      const made = { order: order++, block, observation };
      const blocks = chains.get(chain);
      if (blocks === undefined) chains.set(chain, [made]);
      else if (blocks.push(made) > MOST_BLOCKS) blocks.shift();
    },
    chains: () => [...chains].map(([chain, blocks]) => ({ chain, blocks: [...blocks] })),
  };
}
