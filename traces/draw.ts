/** What actions draw from: arbitraries that suit the world at hand and that still miss often enough. */
export { someCoins, someFee } from './draw/coins.ts';
export { someAmount, someAmountUpTo, someStakeOf } from './draw/amount.ts';
export {
  fairInfractions,
  someChainId,
  someInfractions,
  someInitialization,
  someMetadataName,
  someOwner,
  someOwnerOf,
  somePowerShaping,
} from './draw/consumer-parameters.ts';
export {
  someAccount,
  governedConsumer,
  mayBeShown,
  someChain,
  someOpenProposal,
  someVotedProposal,
  someVoter,
  someColluding,
  someConsumer,
  someDelegation,
  someEquivocator,
  someInsider,
  someJailed,
  someLaunchedConsumer,
  someKey,
  someMalformedKey,
  someNewConsumer,
  someNewValidator,
  someOtherValidator,
  someOutsider,
  someReceiver,
  someRewardsReceiver,
  someSigner,
  someStartedConsumer,
  someUnbonding,
  someValidator,
} from './draw/names.ts';
export { someForgedPacket } from './draw/forged-packet.ts';
export { present, rarely, someFraction } from './draw/part.ts';
export { someAbsent } from './draw/absent.ts';
export { someDue } from './draw/due.ts';
export { someAllowedDenoms, someRewardDenoms, someRewardSettings } from './draw/reward-settings.ts';
export { someSeconds } from './draw/seconds.ts';
