/** What drawing and naming see of the world: the model's state in the names of a trace. */
export { createdConsumers, hasLaunched, missingConsumers, optedIn, ownerOf, phaseOf } from './view/consumers.ts';
export { delegations, stakeOf, unbondingEntries, unbondings, type Pair, type Unbonding } from './view/delegations.ts';
export { newValidators, validators, type SeenValidator } from './view/validators.ts';
