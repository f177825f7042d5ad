import type { ChainName } from '../../specs/block.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import type { Engine, RunningChain } from '../engines/engine.ts';
import type { Programs } from '../releases/programs.ts';

/** Makes the chains of one trace and ends them all. */
export interface Rig {
  readonly programs: Programs;
  readonly engine: Engine;
  /** A chain whose program is up (or coming up) and has not been given its genesis. */
  chain(name: ChainName, kind: ChainKind): Promise<RunningChain>;
  /** Starts the program of a consumer that will be asked for. */
  expect(name: ChainName): void;
  /** Begins to end every chain of the trace, so that the next trace need not wait; safe to call twice. */
  stop(): void;
}

/** Makes rigs, perhaps with programs that were started ahead. */
export interface RigMaker {
  readonly programs: Programs;
  /** What the chains can carry out; without it they can carry out every trace, and soon. */
  readonly limits?: Limits;
  /** A rig for a trace: only for one that restarts chains do programs keep their state. */
  rig(trace?: Trace): Rig;
  /** Ends all programs of all rigs, and resolves when they have ended. */
  stop(): Promise<void>;
}

/** What chains can carry out that cannot do everything. */
export interface Limits {
  /** What of a trace they can do; every part of a trace is a trace. */
  fit(trace: Trace): Trace;
  /** Whether a trace loses no action by that and takes little time. */
  isShort(trace: Trace): boolean;
}
