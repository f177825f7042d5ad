import { Command } from 'commander';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import { WITHHELD } from '../../specs/deviations/withheld.ts';
import { columnsOf } from './columns.ts';

/** `lockstep deviations`. */
export function deviationsCommand(): Command {
  return new Command('deviations')
    .description('Lists the known differences between the releases and the specification.')
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
        console.log(JSON.stringify({ deviations: rows, withheld: WITHHELD }));
        return;
      }
      const head = { name: 'deviation', trace: 'trace', appliesTo: 'applies to', breaks: 'breaks' };
      const withheld = WITHHELD.map((deviation) => ({ ...deviation, trace: '(withheld until it is fixed)' }));
      console.log(columnsOf([head, ...rows, ...withheld], ['name', 'trace', 'appliesTo', 'breaks']));
    });
}
