/** What a part of the programs is for. Only `protocol` decides what happens in a block. */
export type Part =
  'protocol' | 'query' | 'genesis' | 'migration' | 'generated' | 'command line' | 'registration' | 'legacy proposal';

/** By the file, from the folder `x/ccv/` on, or by the function; the first that fits counts. */
const BY_FILE: readonly (readonly [RegExp, Part])[] = [
  [/\.pb(?:\.gw)?\.go$/, 'generated'],
  [/\/(?:migrations?|upgrades?)\//, 'migration'],
  [/\/(?:migrations?|legacy_params)\.go$/, 'migration'],
  [/\/client\/|autocli\.go$/, 'command line'],
  [/\/simulation\//, 'command line'],
  [/\/grpc_query\.go$/, 'query'],
  [/\/genesis\.go$/, 'genesis'],
  [/\/legacy_proposal\.go$/, 'legacy proposal'],
  [/\/(?:codec|module)\.go$/, 'registration'],
];

/** Of a module's file, what makes blocks all the same. */
const IN_BLOCKS = /\.(?:BeginBlock|EndBlock)$/;

/** Functions that only the default genesis, its check or the export of a genesis calls, though they stand elsewhere. */
const GENESIS =
  /^(?:DefaultParams|DefaultTemplateClient|DefaultConsumerGenesisState|ParamKeyTable|.*\.(?:ExportGenesis|DefaultGenesis|ValidateGenesis|GetAllChannelToConsumers|GetAllValsetUpdateBlockHeights|GetAllHeightToValsetUpdateIDs|GetAllOutstandingDowntimes|GetPendingPackets|MustGetCurrentValidatorsAsABCIUpdates))$/;

/** Functions that only put a program together. */
const WIRING = /\.SetStandaloneStakingKeeper$/;

/** To which part a function belongs. */
export function partOf(file: string, name: string): Part {
  if (IN_BLOCKS.test(name)) return 'protocol';
  const found = BY_FILE.find(([pattern]) => pattern.test(file))?.[1];
  if (found !== undefined) return found;
  if (WIRING.test(name)) return 'registration';
  return GENESIS.test(name) ? 'genesis' : 'protocol';
}
