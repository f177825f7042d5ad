/** Functions that no trace can reach, by package and name, and why. Whoever finds a trace that does removes the entry. */
const REASONS: readonly { readonly package: RegExp; readonly name: RegExp; readonly reason: string }[] = [];

/** Why no campaign reaches a function; `null` when nobody has said. */
export function reasonFor(packageName: string, name: string): string | null {
  const found = REASONS.find((entry) => entry.package.test(packageName) && entry.name.test(name));
  return found?.reason ?? null;
}
