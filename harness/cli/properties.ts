import { Command } from 'commander';
import { PROPERTIES } from '../../specs/properties/index.ts';
import { releaseNames } from '../releases/release.ts';
import { columnsOf } from './columns.ts';

/** `lockstep properties`. */
export function propertiesCommand(): Command {
  return new Command('properties')
    .description('Lists the named properties of ICS-028 and what becomes of each on every release.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep properties')
    .action(({ json }: { json?: true }) => {
      const rows = PROPERTIES.map((property) => {
        const { name, group, kind, status, source, appliesTo } = property;
        const retiredBy = property.status === 'does not apply' ? property.retiredBy : '';
        // No property is about what only some of the releases at hand do.
        const releases = Object.fromEntries(releaseNames().map((release) => [release, status]));
        return { name, group, kind, status, source, appliesTo, retiredBy, releases };
      });
      if (json) {
        console.log(JSON.stringify({ properties: rows }));
        return;
      }
      const head = { name: 'property', group: 'group', kind: 'kind', status: 'status', source: 'source' };
      const lines = rows.map(({ retiredBy, ...row }) => ({
        ...row,
        status: retiredBy === '' ? row.status : `${row.status} (${retiredBy.split(':')[0]})`,
      }));
      console.log(columnsOf([head, ...lines], ['name', 'group', 'kind', 'status', 'source']));
      console.log(`\nThis is so for every release: ${releaseNames().join(', ')}.`);
      console.log('What a property means, and why one does not apply: lockstep explain <property>');
    });
}
