import { InvalidArgumentError } from 'commander';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { unreachable } from '../campaign/tally.ts';
import type { Goals } from '../campaign/campaign.ts';
import { SetupError } from '../setup-error.ts';
import { nearNames } from './near-names.ts';

/** Reads the name of a witness for `--require`, which may be given more than once. */
export function requiredWitness(name: string, before: readonly string[] = []): readonly string[] {
  const known = WITNESSES.map((witness) => witness.name);
  if (known.includes(name)) return [...new Set([...before, name])];
  const near = nearNames(known, name);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'lockstep witnesses lists them.';
  throw new InvalidArgumentError(`There is no witness ${name}. ${hint}`);
}

/** Refuses goals that no campaign on programs with these features can reach. Throws a `SetupError`. */
export function checkGoals({ minWitnesses, require }: Goals, features: ReadonlySet<string>): void {
  const beyond = unreachable(features);
  const needed = beyond.find(({ name }) => require.includes(name));
  if (needed !== undefined) {
    throw new SetupError(
      `These programs cannot reach the witness ${needed.name}: it needs the feature ${needed.needs}`,
      'Leave --require out for it, or name a release that has the feature (lockstep releases).',
    );
  }
  const most = WITNESSES.length - beyond.length;
  if (minWitnesses > most) {
    throw new SetupError(
      `--min-witnesses ${minWitnesses}: these programs can reach ${most} witnesses at most`,
      `Give a number up to ${most}.`,
    );
  }
}
