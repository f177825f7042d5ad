import type { Feature, Features } from '../../specs/feature.ts';

/** A reason why no trace reaches some functions. Whoever finds a trace that does takes them off the list. */
interface Reason {
  /** From `x/ccv/` on. */
  readonly package: string;
  readonly reason: string;
  /** The feature of a consumer with which the reason does not hold. */
  readonly unless?: Feature;
  /** With their receivers, as coverage names them. */
  readonly functions: readonly string[];
}

const NOBODY = 'nothing in the programs calls it';
const CHANGEOVER = 'only a chain that lived on its own before becomes a consumer so, which takes another program';
const GENESIS = 'only the export or the check of a genesis calls it';
const COMMAND = 'only the command line makes messages with it';
const BEGUN_BY_PROVIDER = 'core asks only where the provider began the channel, which it refuses to do';
const DESCRIBES = 'only who writes tools for the program asks for it';

const REASONS: readonly Reason[] = [
  {
    package: 'consumer',
    reason: BEGUN_BY_PROVIDER,
    functions: ['AppModule.OnChanOpenTry', 'AppModule.OnChanOpenConfirm'],
  },
  {
    package: 'provider',
    reason: BEGUN_BY_PROVIDER,
    functions: ['AppModule.OnChanOpenAck'],
  },
  {
    package: 'provider',
    reason:
      'a transfer channel that the provider begins is never opened: a consumer begins its own with the CCV channel',
    functions: ['IBCMiddleware.OnChanOpenAck'],
  },
  {
    package: 'provider',
    reason: 'no program closes a channel for transfers (ICS-20), so there is no such end to prove',
    functions: ['IBCMiddleware.OnChanCloseConfirm'],
  },
  {
    package: 'provider',
    reason: 'the transfer module sends and answers without it',
    functions: ['IBCMiddleware.SendPacket', 'IBCMiddleware.WriteAcknowledgement'],
  },
  {
    package: 'provider/keeper',
    reason: 'it is for a channel of one provider, told by its chain id',
    functions: ['Keeper.GetSourceChainIdFromIBCPacket'],
  },
  {
    package: 'provider/keeper',
    reason: 'only a migration calls it',
    functions: ['Keeper.UnbondingTime'],
  },
  {
    package: 'provider/types',
    reason: GENESIS,
    functions: ['KeyAssignmentValidateBasic', 'NewParams'],
  },
  {
    package: 'provider/types',
    reason: COMMAND,
    functions: [
      'NewMsgAssignConsumerKey',
      'NewMsgSubmitConsumerMisbehaviour',
      'NewMsgSubmitConsumerDoubleVoting',
      'NewMsgOptIn',
      'NewMsgOptOut',
      'NewMsgSetConsumerCommissionRate',
      'NewMsgCreateConsumer',
      'NewMsgUpdateConsumer',
      'NewMsgRemoveConsumer',
    ],
  },
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
    unless: 'changeover',
    functions: [
      'Keeper.ChangeoverIsComplete',
      'Keeper.FirstConsumerHeight',
      'Keeper.ChangeoverToConsumer',
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
      'Keeper.GetUnbondingPeriod',
      'Keeper.GetParams',
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
    package: 'consumer/types',
    reason: CHANGEOVER,
    unless: 'changeover',
    functions: ['InitialValSetKey'],
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
      'Keeper.BondDenom',
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
    functions: [
      'NewConsumerStates',
      'TruncateString',
      '*Params.ParamSetPairs',
      'StringIdAndUintIdKey',
      'ParseStringIdAndUintIdKey',
    ],
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
      'VSCMaturedPacketData.Validate',
      'ConsumerPacketData.Validate',
    ],
  },
];

/** Why no campaign reaches a function on programs with these features; `null` when nobody has said. */
export function reasonFor(packageName: string, name: string, features: Features): string | null {
  const found = REASONS.find((entry) => entry.package === packageName && entry.functions.includes(name));
  return found === undefined || (found.unless !== undefined && features.has(found.unless)) ? null : found.reason;
}
