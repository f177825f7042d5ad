import { Command } from 'commander';
import { declaredQueries, type DeclaredQuery } from '../observe/queries/declared-queries.ts';
import { declaredMessages, type DeclaredMessage } from '../releases/messages.ts';
import { loadRelease } from '../releases/load-release.ts';
import { showBuild } from './build-progress.ts';
import { columnsOf } from './columns.ts';
import { interruptSignal } from './interrupt.ts';
import { DEFAULT_RELEASE } from './releases.ts';

/** `lockstep messages`. */
export function messagesCommand(): Command {
  return new Command('messages')
    .description(
      'Lists the messages that the programs of a release declare and whether traces send them, and the queries of the ' +
        'CCV modules and whether they are asked.',
    )
    .option('--release <name>', 'the release of both programs', DEFAULT_RELEASE)
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep messages --release v6.4.1')
    .action(async ({ release, json }: { release: string; json?: true }) => {
      const build = showBuild();
      const options = { onProgress: build.update, signal: interruptSignal() };
      const { provider, consumer } = await loadRelease(release, options).finally(build.end);
      const schemas = [provider.schema, consumer.schema];
      const messages = declaredMessages(schemas);
      const queries = declaredQueries(schemas);
      if (json) {
        console.log(JSON.stringify({ release, messages, queries }));
        return;
      }
      const columns = ['name', 'status', 'reason'] as const;
      console.log(
        columnsOf([{ name: 'message', status: 'status', reason: 'why not' }, ...messages.map(messageRow)], columns),
      );
      console.log();
      console.log(
        columnsOf(
          [{ name: 'query', status: 'status', reason: 'fields not compared' }, ...queries.map(queryRow)],
          columns,
        ),
      );
    });
}

function messageRow({ name, covered, reason }: DeclaredMessage) {
  return { name, status: covered ? 'covered' : 'not covered', reason: reason ?? '' };
}

function queryRow({ name, asked, notCompared }: DeclaredQuery) {
  return {
    name,
    status: asked && notCompared.length === 0 ? 'covered' : 'not covered',
    reason: notCompared.join(', '),
  };
}
