import type { ChainName } from '../../specs/block.ts';
import { fitted, isShort } from '../engines/cometbft/fit.ts';
import { carryOut, catchUp, idle } from '../engines/cometbft/follow.ts';
import { NodeChain } from '../engines/cometbft/node-chain.ts';
import type { Rig, RigMaker } from './rig.ts';
import type { Programs } from '../releases/programs.ts';

/**
 * Rigs whose chains are made of real nodes (CometBFT), which decide their blocks themselves. A trace is fitted so that
 * its chains begin with so many `nodes` at most.
 */
export function nodeRigs(programs: Programs, signal: AbortSignal, nodes?: number): RigMaker {
  const living = new Set<NodeRig>();
  return {
    programs,
    limits: { fit: (trace) => fitted(trace, nodes), isShort },
    rig() {
      const rig = nodeRig(programs, signal);
      living.add(rig);
      void rig.ends.then(() => living.delete(rig));
      return rig;
    },
    async stop() {
      const all = [...living];
      for (const rig of all) rig.stop();
      await Promise.all(all.map(({ ends }) => ends));
    },
  };
}

interface NodeRig extends Rig {
  /** Resolves when all nodes have ended. */
  readonly ends: Promise<void>;
}

function nodeRig(programs: Programs, signal: AbortSignal): NodeRig {
  const chains = new Map<ChainName, NodeChain>();
  const { promise: ends, resolve } = Promise.withResolvers<void>();
  const chainOf = (name: ChainName): NodeChain => {
    const found = chains.get(name);
    if (found === undefined) throw new Error(`the chain ${name} has not started`);
    return found;
  };
  return {
    programs,
    ends,
    engine: {
      genesisTime: BigInt(Date.now()) * 1_000_000n,
      blocks: (world, order) => carryOut(world, chainOf, order),
      idle: (order) => idle(chainOf(order.chain), order),
      async *catchUp() {
        for (const chain of chains.values()) yield* catchUp(chain);
      },
    },
    // Its nodes need their genesis to start.
    expect: () => undefined,
    chain(name) {
      const chain = new NodeChain(name, name === 'provider' ? programs.provider : programs.consumer, signal);
      chains.set(name, chain);
      return Promise.resolve(chain);
    },
    stop() {
      void Promise.all([...chains.values()].map((chain) => chain.stop())).then(() => resolve());
    },
  };
}
