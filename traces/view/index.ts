/** Views of the model's state, by the names that traces use. */
export {
  activeConsumers,
  createdConsumers,
  establishedConsumers,
  freeConsumers,
  hasLaunched,
  isGoverned,
  launchedConsumers,
  missingConsumers,
  optedIn,
  ownerOf,
  startedConsumers,
  unconnectedConsumers,
  waitingConsumers,
} from './consumers.ts';
export { heldCoins, transferConsumers, type HeldCoin } from './coins.ts';
export { delegations, stakeOf, unbondingEntries, unbondings, type Delegation, type Unbonding } from './delegations.ts';
export { dueAcks, duePackets, latePackets, type Due } from './packets.ts';
export { openProposals, proposalId, proposals } from './proposals.ts';
export { canSpare, consumerSigners, providerNameOf, sparedSigners } from './signers.ts';
export {
  assignedKeys,
  balanceOf,
  isTombstoned,
  isRunByProvider,
  newValidators,
  nextValidator,
  validators,
} from './validators.ts';
