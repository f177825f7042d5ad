import { Command } from 'commander';
import { statusOn, whereItApplies } from '../../specs/property.ts';
import { PROPERTIES } from '../../specs/properties/index.ts';
import { featuresOfRelease, readRelease, releaseNames } from '../releases/release.ts';
import { columnsOf } from './columns.ts';

/** `lockstep properties`. */
export function propertiesCommand(): Command {
  return new Command('properties')
    .description('Lists the properties of ICS-028 with their status on each release.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep properties')
    .action(({ json }: { json?: true }) => {
      const names = releaseNames();
      const features = new Map(names.map((name) => [name, featuresOfRelease(readRelease(name))]));
      const rows = PROPERTIES.map((property) => {
        const { name, group, kind, status, source } = property;
        const retiredBy = property.status === 'does not apply' ? property.retiredBy : '';
        const releases = Object.fromEntries([...features].map(([release, own]) => [release, statusOn(property, own)]));
        return { name, group, kind, status, source, appliesTo: whereItApplies(property), retiredBy, releases };
      });
      if (json) {
        console.log(JSON.stringify({ properties: rows }));
        return;
      }
      const head = { name: 'property', group: 'group', kind: 'kind', source: 'source', ...named(names) };
      const lines = rows.map(({ name, group, kind, source, releases }) => ({ name, group, kind, source, ...releases }));
      console.log(columnsOf([head, ...lines], ['name', 'group', 'kind', ...names, 'source']));
      console.log('\nTo see what a property means, or why it does not apply: lockstep explain <property>');
    });
}

/** The heads of columns that are named after what they show. */
function named(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
