import type { Scene } from '../scene.ts';
import { downtime } from './downtime.ts';
import { expiry } from './expiry.ts';
import { latePackets } from './late-packets.ts';
import { leave } from './leave.ts';
import { maturity } from './maturity.ts';
import { newcomer } from './newcomer.ts';
import { repetition } from './repetition.ts';
import { throttling } from './throttling.ts';
import { tie } from './tie.ts';

/** Every scene. A new one is a line here and a file beside it. */
export const SCENES: readonly Scene[] = [
  downtime,
  throttling,
  maturity,
  leave,
  latePackets,
  newcomer,
  tie,
  expiry,
  repetition,
];
