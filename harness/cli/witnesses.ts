import { Command } from 'commander';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { columnsOf } from './columns.ts';

/** `lockstep witnesses`. */
export function witnessesCommand(): Command {
  return new Command('witnesses')
    .description('Lists the events that campaigns must reach.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep witnesses')
    .action(({ json }: { json?: true }) => {
      const rows = WITNESSES.map(({ name, needs = '', source, describes }) => ({ name, needs, source, describes }));
      if (json) {
        console.log(JSON.stringify({ witnesses: rows }));
        return;
      }
      const head = { name: 'witness', needs: 'needs', source: 'source', describes: 'what happens' };
      console.log(columnsOf([head, ...rows], ['name', 'needs', 'describes', 'source']));
    });
}
