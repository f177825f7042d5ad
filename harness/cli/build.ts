import { Command } from 'commander';
import { loadRelease } from '../releases/load-release.ts';
import { showBuild } from './build-progress.ts';
import { interruptSignal } from './interrupt.ts';

/** `lockstep build RELEASE`. */
export function buildCommand(): Command {
  return new Command('build')
    .description('Builds the programs of a release from its lock file, unless they are cached.')
    .argument('<release>', 'for example v7.0.1; see lockstep releases')
    .addHelpText('after', '\nExample:\n  $ lockstep build v6.4.1')
    .action(async (name: string) => {
      const progress = showBuild();
      const release = await loadRelease(name, { onProgress: progress.update, signal: interruptSignal() }).finally(
        progress.end,
      );
      for (const program of [release.provider, release.consumer]) {
        console.log(`${program.role.padEnd(8)}  ${program.sha256}  ${program.path}`);
      }
    });
}
