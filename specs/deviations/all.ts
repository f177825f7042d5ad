/** Every known deviation. A new one is a file beside this one and its line here. */
export { acknowledgedAgain } from './acknowledged-again.ts';
export { channelVersion } from './channel-version.ts';
export { consensusStatePrunedEarly } from './consensus-state-pruned-early.ts';
export { consumerKey } from './consumer-key.ts';
export { handshakeBegunByRelayer } from './handshake-begun-by-relayer.ts';
export { inactiveValidatorValidates } from './inactive-validator-validates.ts';
export { launchAtSpawnTime } from './launch-at-spawn-time.ts';
export { noMaturityPackets } from './no-maturity-packets.ts';
export { packetReceivedAgain } from './packet-received-again.ts';
export { powerCap } from './power-cap.ts';
export { providerChannelAtFirstVsc } from './provider-channel-at-first-vsc.ts';
export { stoppedConsumerIsKept } from './stopped-consumer-is-kept.ts';
export { tokensOutrankPower } from './tokens-outrank-power.ts';
export { updatesWaitForEpoch } from './updates-wait-for-epoch.ts';
export { validatedBySome } from './validated-by-some.ts';
