import type { Program } from '../releases/program.ts';

/** What a program is started with. */
export interface Launch {
  readonly program: Program;
  /** The chain id that its genesis file carries; the genesis itself comes with ABCI `InitChain`. */
  readonly chainId: string;
  /** Whether it keeps its state in its folder, to go on from it when it is started again; else in memory. */
  readonly keepsState?: boolean | undefined;
  /** Ends a program that is still coming up. */
  readonly signal?: AbortSignal | undefined;
}

/** A program that is up, wherever it runs. */
export interface RunningProgram {
  /** The unix socket on which it answers ABCI requests. */
  readonly socket: string;
  /** The file to which it appends every store operation. */
  readonly storeTrace: string;
  /** The end of its log. */
  log(): string;
  /** Resolves when it has ended, with how. */
  readonly ended: Promise<string>;
  /**
   * Kills it and starts it again in the same folder, or another program in its place; this one is of no use then. Absent
   * where that can't be done. Throws as `launch` does.
   */
  readonly restart?: ((program?: Program) => Promise<RunningProgram>) | undefined;
  /**
   * Kills it and lets it export the state in its folder as a genesis file; this one is of no use then. Absent where that
   * can't be done. Throws a `ProgramDied` when it does not export.
   */
  readonly exportGenesis?: (() => Promise<string>) | undefined;
  /** Ends it and removes all that it wrote; safe to call twice. */
  stop(): Promise<void>;
}

/** Where programs run: as a process, in a container. */
export interface Runtime {
  readonly name: string;
  /** Starts a program; resolves when its socket is there. Throws a `ProgramDied` if it ends before, the reason of `signal` if that comes first. */
  launch(launch: Launch): Promise<RunningProgram>;
}
