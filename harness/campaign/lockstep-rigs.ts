import type { ChainName } from '../../specs/block.ts';
import { LockstepChain } from '../engines/lockstep/chain.ts';
import { processRuntime } from '../runtimes/process.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { Programs, Rig, RigMaker } from './rig.ts';

/** Rigs whose blocks the harness makes itself. Programs of a rig start when it is made, so that they are up when needed. */
export function lockstepRigs(programs: Programs, runtime: Runtime = processRuntime): RigMaker {
  const living = new Set<Rig>();
  return {
    programs,
    rig() {
      const rig = lockstepRig(programs, runtime, () => living.delete(rig));
      living.add(rig);
      return rig;
    },
    stop: async () => void (await Promise.all([...living].map((rig) => rig.stop()))),
  };
}

function lockstepRig(programs: Programs, runtime: Runtime, onStop: () => void): Rig {
  const launched = new Map<ChainName, Promise<LockstepChain>>();
  const ready = new Map<ChainName, LockstepChain>();
  const launch = (name: ChainName): Promise<LockstepChain> => {
    let chain = launched.get(name);
    if (chain === undefined) {
      const program = name === 'provider' ? programs.provider : programs.consumer;
      const chainId = name === 'provider' ? name : `${name}-1`;
      chain = LockstepChain.launch(name, chainId, program, runtime, (other) => {
        const found = ready.get(other);
        if (found === undefined) throw new Error(`the chain ${other} has not started`);
        return found;
      });
      launched.set(name, chain);
    }
    return chain;
  };
  return {
    programs,
    async chain(name) {
      const chain = await launch(name);
      ready.set(name, chain);
      return chain;
    },
    async stop() {
      onStop();
      const chains = await Promise.allSettled(launched.values());
      await Promise.all(chains.map((chain) => (chain.status === 'fulfilled' ? chain.value.stop() : undefined)));
    },
  };
}
