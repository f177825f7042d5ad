import type { CoveredFunction } from './functions.ts';
import { partOf, type Part } from './parts.ts';
import type { Features } from '../../specs/feature.ts';
import { reasonFor } from './reasons.ts';

/** Statements of a package or of a part of it. */
export interface Share {
  readonly statements: number;
  readonly reached: number;
}

/** Statements of a package, with those that only hand an error on and that nothing reached. */
interface Counted extends Share {
  readonly handingOn: number;
}

/** How much of one package was reached. */
export interface PackageCoverage extends Counted {
  /** From `x/ccv/` on: `provider/keeper`. */
  readonly name: string;
  /** Of the statements that decide what happens in a block; the counts of the package itself are these. */
  readonly apart: Readonly<Partial<Record<Part, Share>>>;
}

/** A function that decides what happens in a block and that nothing reached. */
export interface UnreachedFunction extends Omit<Counted, 'reached'> {
  readonly package: string;
  /** From the package on: `relay.go:41`. */
  readonly place: string;
  readonly name: string;
  /** Why a campaign can't reach it; `null` when nobody has said. */
  readonly reason: string | null;
}

/** What a campaign reached of the CCV modules. */
export interface Coverage {
  readonly packages: readonly PackageCoverage[];
  /** Functions that decide what happens in a block and of which not one statement was reached. */
  readonly unreached: readonly UnreachedFunction[];
  /** Functions that were reached although a reason says that they can't be: `provider/keeper Keeper.X`. */
  readonly outdated: readonly string[];
}

const MODULES = '/x/ccv/';

/** Adds functions up by package and part. Only those of the CCV modules count; `features` are those of the consumer. */
export function coverageOf(functions: readonly CoveredFunction[], features: Features): Coverage {
  const packages = new Map<string, Map<Part, Counted>>();
  const unreached: UnreachedFunction[] = [];
  const outdated: string[] = [];
  for (const { package: path, file, line, name, statements, reached, handingOn } of functions) {
    const at = path.indexOf(MODULES);
    if (at < 0) continue;
    const short = path.slice(at + MODULES.length);
    const part = partOf(file, name);
    const parts = packages.get(short) ?? new Map<Part, Counted>();
    packages.set(short, parts);
    const share = parts.get(part) ?? { statements: 0, reached: 0, handingOn: 0 };
    parts.set(part, {
      statements: share.statements + statements,
      reached: share.reached + reached,
      handingOn: share.handingOn + handingOn,
    });
    const reason = reasonFor(short, name, features);
    if (reason !== null && reached > 0) outdated.push(`${short} ${name}`);
    if (part !== 'protocol' || reached > 0) continue;
    const place = `${file.slice(path.length + 1)}:${line}`;
    unreached.push({ package: short, place, name, statements, handingOn, reason });
  }
  return {
    packages: [...packages].map(([name, parts]) => packageOf(name, parts)).toSorted(byName),
    unreached,
    outdated,
  };
}

function packageOf(name: string, parts: ReadonlyMap<Part, Counted>): PackageCoverage {
  const { statements, reached, handingOn } = parts.get('protocol') ?? { statements: 0, reached: 0, handingOn: 0 };
  const apart = [...parts].flatMap(([part, { statements: all, reached: some }]) =>
    part === 'protocol' ? [] : [[part, { statements: all, reached: some }] as const],
  );
  return { name, statements, reached, handingOn, apart: Object.fromEntries(apart) };
}

function byName(a: PackageCoverage, b: PackageCoverage): number {
  return a.name < b.name ? -1 : 1;
}
