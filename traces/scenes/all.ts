/** Every scene. A new one is a file beside this one and its line here. */
export { doubleSign } from './double-sign.ts';
export { downtime } from './downtime.ts';
export { earnings } from './earnings.ts';
export { equivocation } from './equivocation.ts';
export { expiry } from './expiry.ts';
export { governance } from './governance.ts';
export { latePackets } from './late-packets.ts';
export { leave } from './leave.ts';
export { maturity } from './maturity.ts';
export { newcomer } from './newcomer.ts';
export { repetition } from './repetition.ts';
export { rewards } from './rewards.ts';
export { spareConnectionScene } from './spare-connection.ts';
export { slashedEarnings } from './slashed-earnings.ts';
export { throttling } from './throttling.ts';
export { tie } from './tie.ts';
export { transfers } from './transfers.ts';
