import { Command } from 'commander';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import { WITHHELD } from '../../specs/deviations/withheld.ts';
import { EXCLUSIONS } from '../../specs/exclusions/index.ts';
import { FEATURES } from '../../specs/feature.ts';
import { whereItApplies } from '../../specs/property.ts';
import { PROPERTIES } from '../../specs/properties/index.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { SetupError } from '../setup-error.ts';
import { nearNames } from './near-names.ts';

/** `lockstep explain PROPERTY|WITNESS|DEVIATION`. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('Describes a property, a witness, a deviation or an exclusion, with its source.')
    .argument('<name>', 'the name of a property, a witness, a deviation or an exclusion')
    .addHelpText('after', '\nExample:\n  $ lockstep explain channel-uniqueness')
    .action((name: string) => console.log(explain(name)));
}

/** What is known about a property, a witness or a deviation. Throws a `SetupError` that names the nearest names. */
export function explain(name: string): string {
  const property = PROPERTIES.find((known) => known.name === name);
  if (property !== undefined) {
    return [
      `${property.name}: a ${property.kind} property of the ${property.group} group`,
      '',
      property.statement,
      '',
      `Source      ${property.source}`,
      `Applies to  ${whereItApplies(property)}`,
      `Status      ${property.status}${property.status === 'does not apply' ? `, retired by ${property.retiredBy}` : ''}`,
      ...(property.altered === undefined ? [] : [`Checked as  ${property.altered}`]),
    ].join('\n');
  }
  const witness = WITNESSES.find((known) => known.name === name);
  if (witness !== undefined) {
    return [
      `${witness.name}: an event that a campaign must reach`,
      '',
      witness.describes,
      '',
      `Source  ${witness.source}`,
      ...(witness.needs === undefined ? [] : [`Needs   ${witness.needs}: ${FEATURES[witness.needs]}`]),
    ].join('\n');
  }
  const deviation = DEVIATIONS.find((known) => known.name === name);
  if (deviation !== undefined) {
    return [
      `${deviation.name}: a known difference between releases and the specification`,
      '',
      deviation.describes,
      '',
      `Breaks      ${deviation.breaks}`,
      `Source      ${deviation.source}`,
      `Applies to  ${deviation.appliesTo}`,
      `Shown by    traces/corpus/${deviation.trace}.json`,
    ].join('\n');
  }
  const withheld = WITHHELD.find((known) => known.name === name);
  if (withheld !== undefined) {
    return [
      `${withheld.name}: a known difference between releases and the specification`,
      '',
      'The trace that shows it is withheld until it is fixed (SECURITY.md).',
      '',
      `Breaks      ${withheld.breaks}`,
      `Applies to  ${withheld.appliesTo}`,
    ].join('\n');
  }
  const exclusion = EXCLUSIONS.find((known) => known.name === name);
  if (exclusion !== undefined) {
    return [
      `${exclusion.name}: inputs that random traces leave out`,
      '',
      `Not drawn  ${exclusion.notDrawn}`,
      `Why        ${exclusion.why}`,
      `Rule       ${exclusion.rule}`,
      ...(exclusion.withheld ? ['Drawn with lockstep run --include-withheld'] : []),
    ].join('\n');
  }
  const all = [...PROPERTIES, ...WITNESSES, ...DEVIATIONS, ...WITHHELD, ...EXCLUSIONS].map((known) => known.name);
  const near = nearNames(all, name);
  const hint =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : 'To list them: lockstep properties, witnesses, deviations or exclusions';
  throw new SetupError(`Unknown property, witness, deviation or exclusion: ${name}`, hint);
}
