import type { Deviation } from '../deviation.ts';
import { acknowledgedAgain } from './acknowledged-again.ts';
import { channelVersion } from './channel-version.ts';
import { consensusStatePrunedEarly } from './consensus-state-pruned-early.ts';
import { consumerKey } from './consumer-key.ts';
import { handshakeBegunByRelayer } from './handshake-begun-by-relayer.ts';
import { inactiveValidatorValidates } from './inactive-validator-validates.ts';
import { launchAtSpawnTime } from './launch-at-spawn-time.ts';
import { noMaturityPackets } from './no-maturity-packets.ts';
import { packetReceivedAgain } from './packet-received-again.ts';
import { powerCap } from './power-cap.ts';
import { providerChannelAtFirstVsc } from './provider-channel-at-first-vsc.ts';
import { stoppedConsumerIsKept } from './stopped-consumer-is-kept.ts';
import { tokensOutrankPower } from './tokens-outrank-power.ts';
import { updatesWaitForEpoch } from './updates-wait-for-epoch.ts';
import { validatedBySome } from './validated-by-some.ts';

/** Every known deviation. A new one is a line here and a file beside it. */
export const DEVIATIONS: readonly Deviation[] = [
  channelVersion,
  handshakeBegunByRelayer,
  providerChannelAtFirstVsc,
  launchAtSpawnTime,
  stoppedConsumerIsKept,
  updatesWaitForEpoch,
  validatedBySome,
  powerCap,
  inactiveValidatorValidates,
  tokensOutrankPower,
  consumerKey,
  noMaturityPackets,
  packetReceivedAgain,
  acknowledgedAgain,
  consensusStatePrunedEarly,
];
