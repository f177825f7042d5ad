import type { KeyIn } from '../table.ts';
import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import { signingInfos } from '../tables/slashing.ts';
import { redelegations, unbondingDelegations } from '../tables/staking/delegation.ts';
import type { RedelegationRow, UnbondingDelegationRow } from '../tables/staking/delegation.ts';
import {
  lastValidatorPowers,
  validators,
  validatorsByConsensusAddress,
  type ValidatorRow,
} from '../tables/staking/validator.ts';
import { ONE, type Dec, type Hex, type Nanos } from '../value.ts';

const POWER = 1_000_000n;

/** The stake of the provider's validators before a block. */
export class StakeBook {
  readonly #operators = new Map<Hex, Hex>();
  readonly #validators = new Map<Hex, ValidatorRow>();
  readonly #powers = new Map<Hex, bigint>();
  readonly #offsets = new Map<Hex, bigint>();
  readonly #unbondings = new Map<KeyIn<typeof unbondingDelegations>, UnbondingDelegationRow>();
  readonly #redelegations = new Map<KeyIn<typeof redelegations>, RedelegationRow>();

  /** Call it with every event of the provider, after the event was judged. */
  observe(event: HistoryEvent): void {
    keep(this.#operators, changesOf(event, validatorsByConsensusAddress));
    keep(this.#validators, changesOf(event, validators));
    keep(this.#unbondings, changesOf(event, unbondingDelegations));
    keep(this.#redelegations, changesOf(event, redelegations));
    for (const { key, row } of changesOf(event, signingInfos)) this.#offsets.set(key, row?.index_offset ?? 0n);
    for (const { key, row } of changesOf(event, lastValidatorPowers)) {
      if (row === undefined) this.#powers.delete(key);
      else this.#powers.set(key, row.value);
    }
  }

  /** Whether stake was redelegated between two of these validators, so that slashing one takes tokens of another. */
  movesBetween(event: BlockEvent, addresses: readonly Hex[]): boolean {
    const operators = addresses.map((address) => this.#operators.get(address) ?? '');
    return [...this.#redelegations].some(([key, { entries }]) => {
      const [, source = '', destination = ''] = key.split('/');
      const concerns = operators.includes(source) && operators.includes(destination);
      return concerns && entries.some((entry) => entry.completion_time > event.block.time);
    });
  }

  /**
   * What is wrong with the slash of a validator for equivocation (ADR-013, SDK `Slash`): each unbonding entry loses the
   * fraction of its initial amount. The validator loses the fraction of its power plus all unbonding stake, less what the
   * entries lost.
   */
  judge(event: BlockEvent, address: Hex, fraction: Dec): string | undefined {
    const operator = this.#operators.get(address);
    const before = operator === undefined ? undefined : this.#validators.get(operator);
    if (operator === undefined || before === undefined || before.status === 'BOND_STATUS_UNBONDED') return undefined;
    if (this.#wasDown(event, address)) return undefined;
    const leaving = this.#leaving(operator, event.block.time);
    const power = (this.#powers.get(operator) ?? 0n) + sum(leaving) / POWER;
    const whole = (power * POWER * fraction) / ONE - sum(leaving.map((initial) => (initial * fraction) / ONE));
    const due = whole < 0n ? 0n : whole < before.tokens ? whole : before.tokens;
    const after = event.view.row(validators, operator)?.tokens ?? 0n;
    if (before.tokens - after !== due) {
      return `${address} lost ${before.tokens - after} of its own tokens; however ${due} are due`;
    }
    return this.#judgeUnbonding(event, operator, fraction);
  }

  /** Whether it was punished for downtime at the beginning of the same block, which resets its counter. */
  #wasDown({ view }: BlockEvent, address: Hex): boolean {
    return (this.#offsets.get(address) ?? 0n) > 0n && view.row(signingInfos, address)?.index_offset === 0n;
  }

  /** The initial amounts of the entries that are unbonding from a validator and have not matured. */
  #leaving(operator: Hex, now: Nanos): readonly bigint[] {
    const rows = [
      ...[...this.#unbondings].filter(([key]) => key.endsWith(`/${operator}`)),
      ...[...this.#redelegations].filter(([key]) => key.split('/')[1] === operator),
    ];
    return rows.flatMap(([, { entries }]) =>
      entries.filter((entry) => entry.completion_time > now).map(({ initial_balance }) => initial_balance),
    );
  }

  #judgeUnbonding({ block, view }: BlockEvent, operator: Hex, fraction: Dec): string | undefined {
    for (const [key, { entries }] of this.#unbondings) {
      if (!key.endsWith(`/${operator}`)) continue;
      const after = view.row(unbondingDelegations, key)?.entries ?? [];
      for (const { unbonding_id, initial_balance, balance, completion_time } of entries) {
        if (completion_time <= block.time) continue;
        const due = (initial_balance * fraction) / ONE;
        const left = balance > due ? balance - due : 0n;
        const is = after.find((entry) => entry.unbonding_id === unbonding_id)?.balance ?? 0n;
        if (is !== left) return `an entry of ${key} that unbonds holds ${is}; however ${left} must be left`;
      }
    }
    return undefined;
  }
}

function keep<Row>(
  rows: Map<string, Row>,
  changes: readonly { readonly key: string; readonly row: Row | undefined }[],
): void {
  for (const { key, row } of changes) {
    if (row === undefined) rows.delete(key);
    else rows.set(key, row);
  }
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
