/** Arbitraries for actions. They suit the current world, but still draw enough inputs that are rejected. */
export { someCoins, someFee } from './coins.ts';
export { someAmount, someAmountUpTo, someStakeOf } from './amount.ts';
export {
  fairInfractions,
  someChainId,
  someInfractions,
  someInitialization,
  someMetadataName,
  someOwner,
  someOwnerOf,
  somePowerShaping,
} from './consumer-parameters.ts';
export {
  someAccount,
  governedConsumer,
  mayBeAccused,
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
  tombstones,
} from './names.ts';
export { someForgedPacket } from './forged-packet.ts';
export { present, rarely, someFraction } from './part.ts';
export { someAbsent } from './absent.ts';
export { someDue } from './due.ts';
export { someAllowedDenoms, someRewardDenoms, someRewardSettings } from './reward-settings.ts';
export { someSeconds } from './seconds.ts';
