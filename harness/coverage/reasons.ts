/** A reason why no trace reaches some functions. Whoever finds a trace that does takes them off the list. */
interface Reason {
  /** From `x/ccv/` on. */
  readonly package: string;
  readonly reason: string;
  /** With their receivers, as coverage names them. */
  readonly functions: readonly string[];
}

const NOBODY = 'nothing in the programs calls it';
const CHANGEOVER = 'only a chain that ran on its own before becomes a consumer so (changeover)';
const DESCRIBES = 'only who writes tools for the program asks for it';

const REASONS: readonly Reason[] = [
  {
    package: 'consumer/keeper',
    reason: NOBODY,
    functions: [
      'Keeper.DeleteProviderChannel',
      'Keeper.DeleteHeightValsetUpdateID',
      'Keeper.DeleteAllPendingDataPackets',
      'Keeper.SetUnbondingPeriod',
      'Keeper.GetEnabled',
      'Keeper.SetBlocksPerDistributionTransmission',
      'Keeper.GetAllValidators',
    ],
  },
  {
    package: 'consumer/keeper',
    reason: CHANGEOVER,
    functions: [
      'Keeper.ChangeoverIsComplete',
      'Keeper.FirstConsumerHeight',
      'Keeper.ChangeoverToConsumer',
      '*Keeper.SetStandaloneStakingKeeper',
      'Keeper.SetPreCCVTrue',
      'Keeper.DeletePreCCV',
      'Keeper.SetInitialValSet',
      'Keeper.GetInitialValSet',
      'Keeper.GetInitGenesisHeight',
      'Keeper.GetLastStandaloneValidators',
      'Keeper.GetLastBondedValidators',
      'Keeper.MarkAsPrevStandaloneChain',
    ],
  },
  {
    package: 'consumer/keeper',
    reason: 'it fills a part of the interface of a staking module that the modules of a consumer do not use',
    functions: [
      'Keeper.Validator',
      'Keeper.Slash',
      'Keeper.Unjail',
      'Keeper.Delegation',
      'Keeper.MaxValidators',
      'Keeper.UnbondingTime',
      'Keeper.ApplyAndReturnValidatorSetUpdates',
      'Keeper.ValidatorAddressCodec',
      'Keeper.Hooks',
    ],
  },
  {
    package: 'consumer/types',
    reason: DESCRIBES,
    functions: ['GetAllKeyPrefixes', 'GetAllKeyNames'],
  },
  {
    package: 'consumer/types',
    reason: NOBODY,
    functions: ['UnbondingTimeKey', 'StandaloneTransferChannelIDKey'],
  },
  {
    package: 'provider',
    reason: NOBODY,
    functions: ['IBCMiddleware.GetAppVersion'],
  },
  {
    package: 'provider/keeper',
    reason: NOBODY,
    functions: [
      'Keeper.GetConsumerRemovalTime',
      'Keeper.RemoveConsumerToBeRemoved',
      'Keeper.GetConsumerRewardsPool',
      'Keeper.DeleteAllConsumersFromInfractionUpdateSchedule',
      'Keeper.DeleteInfractionParameters',
      'Keeper.ConsensusAddressCodec',
      'Keeper.DeleteValsetUpdateBlockHeight',
      'Keeper.GetSlashLog',
      'Keeper.GetConsumerAddrsToPrune',
      'Keeper.GetConsumerRewardDenomRegistrationFee',
      'Keeper.DeleteConsumerMetadata',
      'Keeper.DeleteConsumerInitializationParameters',
      'Keeper.DeleteConsumerPhase',
      'Keeper.DeleteConsumerChainId',
      'Keeper.DeleteConsumerOwnerAddress',
      'Keeper.IsPrioritylistEmpty',
      'Keeper.SetLastProviderConsensusValidator',
      'Keeper.DeleteLastProviderConsensusValidator',
      'Keeper.DeleteLastProviderConsensusValSet',
      'Keeper.GetLastTotalProviderConsensusPower',
      'Keeper.SetConsumerValidator',
      'Keeper.DeleteConsumerValidator',
      'Keeper.deleteValidator',
      'Keeper.getTotalPower',
      'Keeper.UnbondingCanComplete',
    ],
  },
  {
    package: 'provider/keeper',
    reason: 'the staking module calls it for shares that were made into tokens, which this program does not know',
    functions: ['Hooks.BeforeTokenizeShareRecordRemoved'],
  },
  {
    package: 'provider/types',
    reason: DESCRIBES,
    functions: ['GetAllKeyPrefixes', 'GetAllKeyNames'],
  },
  {
    package: 'provider/types',
    reason: NOBODY,
    functions: ['NewConsumerStates', 'TruncateString', '*Params.ParamSetPairs'],
  },
  {
    package: 'types',
    reason: NOBODY,
    functions: [
      '*ConsumerParams.ParamSetPairs',
      'ValidateString',
      'ValidateAccAddress',
      'NewErrorAcknowledgementWithLog',
      'SlashPacketData.ToV1',
      'NewVSCMaturedPacketData',
    ],
  },
];

/** Why no campaign reaches a function; `null` when nobody has said. */
export function reasonFor(packageName: string, name: string): string | null {
  const found = REASONS.find((entry) => entry.package === packageName && entry.functions.includes(name));
  return found?.reason ?? null;
}
