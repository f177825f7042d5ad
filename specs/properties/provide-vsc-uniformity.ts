import type { RetiredProperty } from '../property.ts';

/** Provide VSC Uniformity (SM §Staking Module Interface). */
export const provideVscUniformity: RetiredProperty = {
  name: 'provide-vsc-uniformity',
  statement: 'A VSC that the provider provides to one consumer is provided to all consumers.',
  kind: 'liveness',
  group: 'validator-update',
  source: 'SM §Staking Module Interface',
  unless: 'ccv-partial-set-security',
  status: 'does not apply',
  retiredBy: 'ADR-015: consumers share the ids of VSCs, but each VSC has different contents for each consumer, or none',
};
