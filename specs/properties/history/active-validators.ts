import type { RowView } from '../../property.ts';
import type { Hex } from '../../value.ts';
import { lastProviderConsensusValidators } from '../../tables/provider.ts';
import { lastValidatorPowers, validators, validatorsByConsensusAddress } from '../../tables/staking/validator.ts';

/** A bonded validator of the provider. */
export interface BondedValidator {
  /** Its consensus address on the provider. */
  readonly address: Hex;
  readonly operator: Hex;
  readonly pubKey: Hex;
  readonly tokens: bigint;
  readonly power: bigint;
}

/** The bonded validators, those with the most power first, equals by operator, as staking ranks them (ADR-017). */
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

/** Whether a validator is in the set that the provider's own consensus runs, as far as the provider says so. */
export function isActive(view: RowView, { address }: BondedValidator): boolean {
  return view.row(lastProviderConsensusValidators, address) !== undefined;
}
