import { Command } from 'commander';
import { EXCLUSIONS } from '../../specs/exclusions/index.ts';
import { columnsOf } from './columns.ts';

/** `lockstep exclusions`. */
export function exclusionsCommand(): Command {
  return new Command('exclusions')
    .description('Lists the classes of inputs that random traces leave out.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep exclusions')
    .action(({ json }: { json?: true }) => {
      if (json) {
        console.log(JSON.stringify({ exclusions: EXCLUSIONS }));
        return;
      }
      const head = { name: 'exclusion', lifted: 'drawn with', notDrawn: 'not drawn', rule: 'rule' };
      const rows = EXCLUSIONS.map(({ name, notDrawn, rule, withheld }) => {
        return { name, lifted: withheld ? '--include-withheld' : '', notDrawn, rule };
      });
      console.log(columnsOf([head, ...rows], ['name', 'lifted', 'notDrawn', 'rule']));
      console.log('\nTo see why an input is left out: lockstep explain <exclusion>');
    });
}
