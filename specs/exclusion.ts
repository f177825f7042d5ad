import { WITHHELD, type WithheldName } from './deviations/withheld.ts';

/** A class of inputs that generation leaves out on purpose. */
export interface Exclusion {
  /** Lower case with dashes. */
  readonly name: string;
  /** The inputs that are not drawn, as a noun phrase. */
  readonly notDrawn: string;
  /** Why they are not drawn. */
  readonly why: string;
  /** The rule of ICS-028, an ADR or another standard that the inputs concern. */
  readonly rule: string;
  /** Whether a release in use breaks the rule in an unpublished way: then `run --include-withheld` draws these inputs. */
  readonly withheld: boolean;
}

const UNPUBLISHED = 'A release in use breaks the rule on such inputs. Details are not published until it is fixed.';

/** An exclusion of inputs that run into a withheld deviation. It says which rule is broken and no more. */
export function withheldExclusion<const Name extends string>({
  name,
  notDrawn,
  deviation,
}: {
  readonly name: Name;
  readonly notDrawn: string;
  readonly deviation: WithheldName;
}): Exclusion & { readonly name: Name } {
  const rule = WITHHELD.find((known) => known.name === deviation)?.breaks ?? '';
  return { name, notDrawn, why: UNPUBLISHED, rule, withheld: true };
}
