import type { Witness } from '../witness.ts';
import { CHAIN_WITNESSES } from './chains.ts';
import { DELEGATION_WITNESSES } from './delegations.ts';
import { HANDSHAKE_WITNESSES } from './handshake.ts';
import { KEY_WITNESSES } from './keys.ts';
import { LAUNCH_WITNESSES } from './launch.ts';
import { PACKET_WITNESSES } from './packets.ts';
import { RELAYING_WITNESSES } from './relaying.ts';
import { SLASHING_WITNESSES } from './slashing.ts';
import { TRANSACTION_WITNESSES } from './transactions.ts';
import { VALIDATOR_WITNESSES } from './validators.ts';

/** All events that a campaign must reach. */
export const WITNESSES: readonly Witness[] = [
  ...LAUNCH_WITNESSES,
  ...HANDSHAKE_WITNESSES,
  ...KEY_WITNESSES,
  ...PACKET_WITNESSES,
  ...RELAYING_WITNESSES,
  ...VALIDATOR_WITNESSES,
  ...SLASHING_WITNESSES,
  ...DELEGATION_WITNESSES,
  ...CHAIN_WITNESSES,
  ...TRANSACTION_WITNESSES,
];
