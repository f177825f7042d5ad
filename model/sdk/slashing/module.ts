import { SINGLETON } from '../../../specs/key.ts';
import { consensusKeys, missedBlocks, signingInfos, slashingParams } from '../../../specs/tables/slashing.ts';
import type { Module } from '../../context.ts';
import { forgetEmptyWindows } from './missed-blocks.ts';
import { countVote, type SlashingStaking } from './liveness.ts';
import { unjail } from './unjail.ts';
import { updateSlashingParams } from './update-params.ts';

/** The slashing module: it counts the votes on the block before, and punishes downtime through `staking`. */
export function slashingModule(staking: SlashingStaking): Module {
  return {
    name: 'slashing',
    initGenesis(context, genesis) {
      context.draft.set(slashingParams, SINGLETON, { ...genesis.slashing });
      return undefined;
    },
    exports: () => [slashingParams, signingInfos, missedBlocks, consensusKeys],
    importGenesis(context) {
      // Missed blocks are listed one by one.
      forgetEmptyWindows(context);
      return undefined;
    },
    beginBlock(context) {
      for (const vote of context.block.votes) countVote(context, staking, vote);
    },
    handlers: {
      '/cosmos.slashing.v1beta1.MsgUnjail': unjail,
      '/cosmos.slashing.v1beta1.MsgUpdateParams': updateSlashingParams,
    },
  };
}
