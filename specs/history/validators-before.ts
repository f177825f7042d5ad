import type { KeyIn } from '../table.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { consumerValidators } from '../tables/provider.ts';
import { unbondingDelegations, type UnbondingEntry } from '../tables/staking/delegation.ts';
import { lastValidatorPowers, validators, type ValidatorRow } from '../tables/staking/validator.ts';
import type { Hex } from '../value.ts';

/** The rows of the provider's validators before the current block. */
export class ValidatorsBefore {
  readonly #validators = new Map<Hex, ValidatorRow>();
  readonly #powers = new Map<Hex, bigint>();
  readonly #members = new Set<string>();
  readonly #unbondings = new Map<KeyIn<typeof unbondingDelegations>, readonly UnbondingEntry[]>();

  /** Call it with every event, after the queries about that event. */
  observe(event: HistoryEvent): void {
    if (event.kind !== 'provider') return;
    for (const { key, row } of changesOf(event, validators)) keep(this.#validators, key, row);
    for (const { key, row } of changesOf(event, lastValidatorPowers)) keep(this.#powers, key, row?.value);
    for (const { key, row } of changesOf(event, unbondingDelegations)) keep(this.#unbondings, key, row?.entries);
    for (const { key, row } of changesOf(event, consumerValidators)) {
      if (row === undefined) this.#members.delete(key);
      else this.#members.add(key);
    }
  }

  validator(operator: Hex | undefined): ValidatorRow | undefined {
    return operator === undefined ? undefined : this.#validators.get(operator);
  }

  /** The power of the validator in the set; `undefined` if it was in none. */
  power(operator: Hex | undefined): bigint {
    return operator === undefined ? 0n : (this.#powers.get(operator) ?? 0n);
  }

  /** Whether the validator validated the consumer. */
  isMember(consumerId: string, address: Hex): boolean {
    return this.#members.has(`${consumerId}/${address}`);
  }

  /** The unbonding delegations from the validator, by `{delegator}/{operator}`. */
  *unbondings(operator: Hex): Generator<readonly [KeyIn<typeof unbondingDelegations>, readonly UnbondingEntry[]]> {
    for (const [key, entries] of this.#unbondings) if (key.endsWith(`/${operator}`)) yield [key, entries];
  }
}

function keep<Row>(rows: Map<string, Row>, key: string, row: Row | undefined): void {
  if (row === undefined) rows.delete(key);
  else rows.set(key, row);
}
