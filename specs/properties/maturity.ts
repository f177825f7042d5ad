import type { RetiredProperty } from '../property.ts';

const retired = {
  group: 'maturity',
  source: 'SM §Validator Set Update',
  unless: 'ccv-no-maturity-packets',
  status: 'does not apply',
  retiredBy: 'ADR-018: consumers send no VSCMatured packets and the provider holds no unbondings for them',
} as const;

/** Register Maturity Validity (SM §Validator Set Update). */
export const registerMaturityValidity: RetiredProperty = {
  name: 'register-maturity-validity',
  statement: 'The provider registers only maturities of VSCs that it has provided to that consumer.',
  kind: 'safety',
  ...retired,
};

/** Register Maturity Timeliness (SM §Validator Set Update). */
export const registerMaturityTimeliness: RetiredProperty = {
  name: 'register-maturity-timeliness',
  statement: 'No VSC matures before the unbonding period of the consumer has passed since it was applied.',
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
  statement: 'Every VSC provided to a consumer matures in the end, or the consumer is removed.',
  kind: 'liveness',
  ...retired,
};

/** VSC Maturity and Slashing Order (SM §Consumer Initiated Slashing). */
export const vscMaturityAndSlashingOrder: RetiredProperty = {
  ...retired,
  name: 'vsc-maturity-and-slashing-order',
  statement: 'A slash packet that was sent before a maturity notice is received before it.',
  kind: 'safety',
  source: 'SM §Consumer Initiated Slashing',
};
