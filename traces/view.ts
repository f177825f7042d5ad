/** What drawing and naming see of the world: the model's state in the names of a trace. */
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
} from './view/consumers.ts';
export { heldCoins, transferConsumers, type HeldCoin } from './view/coins.ts';
export { delegations, stakeOf, unbondingEntries, unbondings, type Pair, type Unbonding } from './view/delegations.ts';
export { dueAcks, duePackets, latePackets, type Due } from './view/packets.ts';
export { openProposals, proposalId, proposals } from './view/proposals.ts';
export { canSpare, consumerSigners, providerNameOf, sparedSigners } from './view/signers.ts';
export {
  assignedKeys,
  balanceOf,
  isBarred,
  isRunByProvider,
  newValidators,
  nextValidator,
  validators,
} from './view/validators.ts';
