import type { ConsensusParams } from '../consensus-params.ts';
import { table, textPrefix } from '../table.ts';

/** `tendermint.types.ConsensusParams`. */
export type ConsensusParamsRow = {
  readonly block: ConsensusParams['block'];
  readonly evidence: ConsensusParams['evidence'];
  readonly validator: ConsensusParams['validator'];
  readonly version: { readonly app: bigint };
  readonly abci: { readonly vote_extensions_enable_height: bigint };
};

/** The consensus parameters that a program stores at its start. */
export const consensusParams = table<ConsensusParamsRow, []>({
  name: 'consensus/params',
  store: 'consensus',
  prefix: textPrefix('Consensus'),
  key: [],
  value: { as: 'proto', type: 'tendermint.types.ConsensusParams' },
});
