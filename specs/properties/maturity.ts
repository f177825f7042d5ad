import type { RetiredProperty } from '../property.ts';

const retired = {
  group: 'maturity',
  source: 'SM §Validator Set Update',
  unless: 'ccv-no-maturity-packets',
  status: 'does not apply',
  retiredBy: 'ADR-018: consumers send no VSCMatured packets, and unbonding on the provider does not wait for them',
} as const;

/** Register Maturity Validity (SM §Validator Set Update). */
export const registerMaturityValidity: RetiredProperty = {
  name: 'register-maturity-validity',
  statement: 'The provider registers the maturity of a VSC only if it provided the VSC to that consumer.',
  kind: 'safety',
  ...retired,
};

/** Register Maturity Timeliness (SM §Validator Set Update). */
export const registerMaturityTimeliness: RetiredProperty = {
  name: 'register-maturity-timeliness',
  statement: 'A VSC matures only after the unbonding period of the consumer has passed since it was applied.',
  kind: 'safety and liveness',
  ...retired,
};

/** Register Maturity Order (SM §Validator Set Update). */
export const registerMaturityOrder: RetiredProperty = {
  name: 'register-maturity-order',
  statement: 'The provider registers maturities in the order in which it provided the VSCs.',
  kind: 'safety',
  ...retired,
};

/** Register Maturity Liveness (SM §Validator Set Update). */
export const registerMaturityLiveness: RetiredProperty = {
  name: 'register-maturity-liveness',
  statement: 'Every VSC that is provided to a consumer eventually matures, or the consumer is removed.',
  kind: 'liveness',
  ...retired,
};

/** VSC Maturity and Slashing Order (SM §Consumer Initiated Slashing). */
export const vscMaturityAndSlashingOrder: RetiredProperty = {
  ...retired,
  name: 'vsc-maturity-and-slashing-order',
  statement: 'A slash packet that was sent before a VSCMatured packet is received before it.',
  kind: 'safety',
  source: 'SM §Consumer Initiated Slashing',
};
