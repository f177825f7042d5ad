import type { Trace } from '../../specs/generated/trace.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import type { Programs } from '../releases/programs.ts';

/** What every benchmark is given. */
export interface Bench {
  readonly programs: Programs;
  readonly model: WorldModel;
  /** The stored corpus and generated traces. */
  readonly traces: readonly Trace[];
  readonly seed: string;
  /** How many actions a generated trace has. */
  readonly steps: number;
  /** Seconds that each campaign runs; the model alone gets a part of it. */
  readonly time: number;
  /** How often something is started. */
  readonly starts: number;
  readonly signal: AbortSignal;
  /** Says what is being measured. */
  readonly say: (text: string) => void;
}
