import { Command } from 'commander';
import { declaredMessages } from '../releases/messages.ts';
import { loadRelease } from '../releases/load-release.ts';
import { showBuild } from './build-progress.ts';
import { columnsOf } from './columns.ts';
import { interruptSignal } from './interrupt.ts';
import { DEFAULT_RELEASE } from './releases.ts';

/** `lockstep messages`. */
export function messagesCommand(): Command {
  return new Command('messages')
    .description('Lists the messages that the programs of a release declare, and whether traces send them.')
    .option('--release <name>', 'the release of both programs', DEFAULT_RELEASE)
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep messages --release v6.4.1')
    .action(async ({ release, json }: { release: string; json?: true }) => {
      const build = showBuild();
      const options = { onProgress: build.update, signal: interruptSignal() };
      const { provider, consumer } = await loadRelease(release, options).finally(build.end);
      const messages = declaredMessages([provider.schema, consumer.schema]);
      if (json) {
        console.log(JSON.stringify({ release, messages }));
        return;
      }
      const head = { name: 'message', status: 'status', reason: 'why not' };
      const rows = messages.map(({ name, covered, reason }) => ({
        name,
        status: covered ? 'covered' : 'not covered',
        reason: reason ?? '',
      }));
      console.log(columnsOf([head, ...rows], ['name', 'status', 'reason']));
    });
}
