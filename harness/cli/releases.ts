import { Command } from 'commander';
import { featuresOf, readRelease, releaseNames } from '../releases/release.ts';

/** The release that everything runs against unless told otherwise. */
export const DEFAULT_RELEASE = 'v7.0.1';

/** `lockstep releases`. */
export function releasesCommand(): Command {
  return new Command('releases')
    .description('Lists the releases that can be tested, with their features.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep releases --json')
    .action(({ json }: { json?: true }) => {
      const releases = releaseNames().map((name) => {
        const release = readRelease(name);
        return {
          name,
          module: release.module,
          provider: [...featuresOf(release, 'provider')],
          consumer: [...featuresOf(release, 'consumer')],
          ...(release.programs.sovereign && { sovereign: [...featuresOf(release, 'sovereign')] }),
        };
      });
      if (json) {
        console.log(JSON.stringify({ default: DEFAULT_RELEASE, releases }));
        return;
      }
      for (const { name, module, provider, consumer, sovereign } of releases) {
        console.log(`${name}${name === DEFAULT_RELEASE ? '  (default)' : ''}`);
        console.log(`  module    ${module}`);
        console.log(`  provider  ${provider.join(', ') || 'no features'}`);
        console.log(`  consumer  ${consumer.join(', ') || 'no features'}`);
        if (sovereign) console.log(`  sovereign ${sovereign.join(', ') || 'no features'}`);
      }
    });
}
