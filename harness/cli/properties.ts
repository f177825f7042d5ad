import { Command } from 'commander';
import { PROPERTIES } from '../../specs/properties/index.ts';
import { columnsOf } from './columns.ts';

/** `lockstep properties`. */
export function propertiesCommand(): Command {
  return new Command('properties')
    .description('Lists the named properties of ICS-028 and what becomes of each.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep properties')
    .action(({ json }: { json?: true }) => {
      const rows = PROPERTIES.map(({ name, group, kind, status, source, appliesTo }) => ({
        name,
        group,
        kind,
        status,
        source,
        appliesTo,
      }));
      if (json) {
        console.log(JSON.stringify({ properties: rows }));
        return;
      }
      const head = { name: 'property', group: 'group', kind: 'kind', status: 'status', source: 'source' };
      console.log(columnsOf([head, ...rows], ['name', 'group', 'kind', 'status', 'source']));
    });
}
