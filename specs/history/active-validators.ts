import { SINGLETON } from '../key.ts';
import type { RowView } from '../rows.ts';
import type { Hex } from '../value.ts';
import { lastProviderConsensusValidators, providerParams } from '../tables/provider.ts';
import { lastValidatorPowers, validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';

/** A bonded validator of the provider. */
export interface BondedValidator {
  /** Its consensus address on the provider. */
  readonly address: Hex;
  readonly operator: Hex;
  readonly pubKey: Hex;
  readonly tokens: bigint;
  readonly power: bigint;
}

/** The bonded validators, by descending power, and equals by operator, as staking ranks them (ADR-017). */
export function bondedValidators(view: RowView): BondedValidator[] {
  const bonded: BondedValidator[] = [];
  for (const [address, operator] of view.rows(validatorsByConsensusAddress)) {
    const power = view.row(lastValidatorPowers, operator)?.value;
    const validator = view.row(validators, operator);
    if (power === undefined || validator === undefined) continue;
    const { consensus_pubkey: key, tokens } = validator;
    bonded.push({ address, operator, pubKey: key.key, tokens, power });
  }
  return bonded.toSorted(
    (a, b) => Number(b.power > a.power) - Number(b.power < a.power) || (a.operator < b.operator ? -1 : 1),
  );
}

/** The active validators: those that the provider's consensus runs (ADR-017). */
export function activeValidators(view: RowView): ReadonlySet<Hex> {
  return new Set([...view.rows(lastProviderConsensusValidators)].map(([address]) => address));
}

/**
 * The validators that the releases consider active when they compute the set of a consumer (the deviation
 * `tokens-outrank-power`): those with the most tokens. `undefined` if more than twelve elements tie, because Go's sort
 * does not define their order.
 */
export function activeByTokens(view: RowView, bonded: readonly BondedValidator[]): ReadonlySet<Hex> | undefined {
  const most = Number(view.row(providerParams, SINGLETON)?.max_provider_consensus_validators ?? 0n);
  const ranked = bonded.toSorted((a, b) => Number(b.tokens > a.tokens) - Number(b.tokens < a.tokens));
  if (ranked.length > 12 && ranked[most - 1]?.tokens === ranked[most]?.tokens && most < ranked.length) return undefined;
  return new Set(ranked.slice(0, most).map(({ address }) => address));
}
