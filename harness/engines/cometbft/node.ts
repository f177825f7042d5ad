/** Whether a node takes part: it runs, it was stopped for a while (SIGSTOP), or it was killed. */
export type NodeState = 'up' | 'paused' | 'down';

/** One node of a chain, wherever it runs. Faults of a trace are done to it. */
export interface Node {
  readonly state: NodeState;
  /** The unix socket of its RPC. */
  readonly rpc: string;
  /** The file to which its program appends every store operation. */
  readonly storeTrace: string;
  /** Stops its program in the middle of whatever it does, with all of its state. */
  pause(): void;
  resume(): void;
  /** Does something while its program stands still, unless it is not up. */
  whileStill(act: () => void): Promise<void>;
  /** Ends its program at once (SIGKILL); resolves when it has ended. Its files stay. */
  kill(): Promise<void>;
  /** Starts its program again on the files that it left. */
  restart(): void;
  log(): string;
  /** Says how its program ended when nobody had killed it; `undefined` while all is well. */
  failed(): string | undefined;
  /** Ends it and removes its files; safe to call twice. */
  stop(): Promise<void>;
}
