import { Command } from 'commander';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import { columnsOf } from './columns.ts';

/** `lockstep deviations`. */
export function deviationsCommand(): Command {
  return new Command('deviations')
    .description('Lists where the releases are known to differ from the specification.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep deviations')
    .action(({ json }: { json?: true }) => {
      const rows = DEVIATIONS.map(({ name, breaks, source, appliesTo, trace, describes }) => ({
        name,
        breaks,
        source,
        appliesTo,
        trace,
        describes,
      }));
      if (json) {
        console.log(JSON.stringify({ deviations: rows }));
        return;
      }
      const head = { name: 'deviation', trace: 'trace', appliesTo: 'applies to', breaks: 'breaks' };
      console.log(columnsOf([head, ...rows], ['name', 'trace', 'appliesTo', 'breaks']));
    });
}
