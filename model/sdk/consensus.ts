import { SINGLETON } from '../../specs/key.ts';
import { CONSENSUS_PARAMS } from '../../specs/consensus-params.ts';
import { consensusParams, type ConsensusParamsRow } from '../../specs/tables/consensus.ts';
import type { Context, Module } from '../context.ts';

/** The consensus module: it stores the parameters of consensus that the program is started with (ABCI `InitChain`). */
export const consensusModule: Module = {
  name: 'consensus',
  initGenesis({ draft }) {
    const rest = { version: { app: 0n }, abci: { vote_extensions_enable_height: 0n } };
    draft.set(consensusParams, SINGLETON, { ...CONSENSUS_PARAMS, ...rest });
    return undefined;
  },
  exports: () => [consensusParams],
};

/** The parameters of consensus. Throws before the genesis has set them. */
export function consensusParamsOf({ draft }: Context): ConsensusParamsRow {
  const params = draft.get(consensusParams, SINGLETON);
  if (params === undefined) throw new Error('the chain has no parameters of consensus yet');
  return params;
}
