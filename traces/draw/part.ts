import * as fc from 'fast-check';

/** The part with the given probability in percent, otherwise `undefined`. */
export function rarely<Part>(percent: number, part: fc.Arbitrary<Part>): fc.Arbitrary<Part | undefined> {
  return fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary: part });
}

/** A record whose optional fields are present or absent, but never `undefined`. */
export type Present<Fields> = { [F in keyof Fields as undefined extends Fields[F] ? never : F]: Fields[F] } & {
  [F in keyof Fields as undefined extends Fields[F] ? F : never]?: Exclude<Fields[F], undefined>;
};

/** Removes fields that are `undefined`, so that a drawn trace equals the trace that is read from its file. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}

/** A commission rate: usually a valid one; at the limits, above the maximum of a validator, or above one. */
export const someFraction: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 20 }).map(hundredths) },
  { weight: 2, arbitrary: fc.constantFrom('0.09', '0.1', '0.11', '0.2', '0.200000000000000001') },
  { weight: 1, arbitrary: fc.constantFrom('0', '0.000000000000000001', '1', '1.000000000000000001', '2') },
);

function hundredths(n: number): string {
  return `0.${String(n).padStart(2, '0')}`;
}
