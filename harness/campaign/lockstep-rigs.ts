import type { ChainName } from '../../specs/block.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import { LockstepChain } from '../engines/lockstep/chain.ts';
import { direct } from '../engines/lockstep/direct.ts';
import { processRuntime } from '../runtimes/process.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { Limits, Rig, RigMaker } from './rig.ts';
import { programOf, type Programs } from '../releases/programs.ts';

/** The chains that nearly every trace has: their programs start with the rig. */
const USUAL: readonly ChainName[] = ['provider', 'c0'];

/** Where the programs run, and how many start ahead. */
export interface LockstepRigsOptions {
  /** How many rigs are kept ready for the traces to come, one for each worker at best; none by default. */
  readonly ahead?: number;
  readonly runtime?: Runtime;
}

/** Rigs whose blocks the harness makes itself. Programs of a rig start when it is made, so that they are up when needed. */
export function lockstepRigs(
  programs: Programs,
  { ahead = 0, runtime = processRuntime }: LockstepRigsOptions = {},
): RigMaker {
  const living = new Set<Rig>();
  const spare: Rig[] = [];
  let stopped = false;
  const ending = new Set<Promise<void>>();
  const make = (keepsState = false): Rig => {
    const rig = lockstepRig(programs, runtime, {
      keepsState,
      // Starting a process takes the harness some milliseconds: they pass while the provider reads its genesis.
      onProvider: () => void setImmediate(refill),
      onStop(ends) {
        living.delete(rig);
        ending.add(ends);
        // An error is for whoever stops the maker.
        void ends.then(
          () => ending.delete(ends),
          () => undefined,
        );
      },
    });
    living.add(rig);
    return rig;
  };
  // Only when a rig's own provider is up, so that those made ahead do not take the processor from it.
  const refill = (): void => {
    if (stopped) return;
    while (spare.length < ahead) spare.push(make());
  };
  return {
    programs,
    ...(runtime.name === 'container' && { limits: CONTAINER_LIMITS }),
    rig: (trace) => (trace !== undefined && restarts(trace) ? make(true) : (spare.shift() ?? make())),
    async stop() {
      stopped = true;
      for (const rig of living) rig.stop();
      await Promise.all(ending);
    },
  };
}

/** In a container no program can take over the folder of another one. */
const CONTAINER_LIMITS: Limits = {
  fit: (trace) => ({ ...trace, actions: trace.actions.filter(({ kind }) => kind !== 'change-over') }),
  isShort: () => true,
};

function restarts({ actions }: Trace): boolean {
  return actions.some(({ kind }) => kind === 'restart' || kind === 'export-genesis' || kind === 'change-over');
}

/** A program that was started for a chain of some kind. */
interface Launched {
  readonly kind: ChainKind;
  readonly chain: Promise<LockstepChain>;
}

function lockstepRig(
  programs: Programs,
  runtime: Runtime,
  {
    keepsState,
    onProvider,
    onStop,
  }: {
    readonly keepsState: boolean;
    readonly onProvider: () => void;
    readonly onStop: (ends: Promise<void>) => void;
  },
): Rig {
  const launched = new Map<ChainName, Launched>();
  const ready = new Map<ChainName, LockstepChain>();
  /** Started for a kind of chain that the trace did not make of it. */
  const unwanted: Launched[] = [];
  let ends: Promise<void> | undefined;
  const stopped = new AbortController();
  const chainOf = (name: ChainName): LockstepChain => {
    const found = ready.get(name);
    if (found === undefined) throw new Error(`the chain ${name} has not started`);
    return found;
  };
  const launch = (
    name: ChainName,
    kind: ChainKind = name === 'provider' ? 'provider' : 'consumer',
  ): Promise<LockstepChain> => {
    const known = launched.get(name);
    if (known?.kind === kind) return known.chain;
    const program = programOf(programs, kind);
    const chainId = name === 'provider' ? name : `${name}-1`;
    const chain = LockstepChain.launch(name, chainId, program, runtime, chainOf, {
      keepsState,
      signal: stopped.signal,
    });
    // Whoever asks for the chain gets the error; perhaps nobody does.
    chain.catch(() => undefined);
    launched.set(name, { kind, chain });
    if (known !== undefined) unwanted.push(known);
    return chain;
  };
  for (const name of USUAL) void launch(name);
  return {
    programs,
    engine: {
      blocks: (world, order) => direct(world, chainOf(order.chain), order),
      // No chain does anything on its own.
      async *catchUp() {},
      async *idle() {},
    },
    expect(name) {
      setImmediate(() => {
        if (ends === undefined) void launch(name);
      });
    },
    async chain(name, kind) {
      const chain = await launch(name, kind);
      ready.set(name, chain);
      if (name === 'provider') onProvider();
      return chain;
    },
    stop() {
      if (ends !== undefined) return;
      // Who is still coming up is not waited for.
      stopped.abort();
      ends = endAll([...launched.values(), ...unwanted]);
      onStop(ends);
    },
  };
}

async function endAll(launched: readonly Launched[]): Promise<void> {
  const chains = await Promise.allSettled(launched.map(({ chain }) => chain));
  await Promise.all(chains.filter((chain) => chain.status === 'fulfilled').map((chain) => chain.value.stop()));
}
