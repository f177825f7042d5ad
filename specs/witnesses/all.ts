/** Every group of witnesses. A new one is a file beside this one and its line here. */
export { CHAIN_WITNESSES } from './chains.ts';
export { DELEGATION_WITNESSES } from './delegations.ts';
export { DOUBLE_SIGN_WITNESSES } from './double-signs.ts';
export { GOVERNANCE_WITNESSES } from './governance.ts';
export { DISTRIBUTION_WITNESSES } from './distribution.ts';
export { EQUIVOCATION_WITNESSES } from './equivocation.ts';
export { HANDSHAKE_WITNESSES } from './handshake.ts';
export { KEY_WITNESSES } from './keys.ts';
export { LAUNCH_WITNESSES } from './launch.ts';
export { LIFECYCLE_WITNESSES } from './lifecycle.ts';
export { PACKET_WITNESSES } from './packets.ts';
export { RELAYING_WITNESSES } from './relaying.ts';
export { REWARD_WITNESSES } from './rewards.ts';
export { SLASHING_WITNESSES } from './slashing.ts';
export { TRANSACTION_WITNESSES } from './transactions.ts';
export { TRANSFER_WITNESSES } from './transfers.ts';
export { VALIDATOR_WITNESSES } from './validators.ts';
