import {
  allowlist,
  consumerKeys,
  consumerValidators,
  denylist,
  optedIn,
  prioritylist,
  type ConsensusValidatorRow,
  type PowerShapingRow,
} from '../../../specs/tables/provider.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { rowsOfConsumer } from '../consumer.ts';
import { paramsOf } from '../params.ts';
import type { StakingValidator } from '../staking.ts';
import { goSorted } from './go-sort.ts';
import { byPower, capPowers } from './power-cap.ts';

/**
 * The validator set of a consumer (ADR-015, ADR-017): the bonded validators that are opted in or in the top N, and that no
 * list and no minimum stake excludes; limited to the set cap, with capped powers. Their order is that of the updates in a
 * packet.
 */
export function shapeSet(
  context: Context,
  consumerId: string,
  bonded: readonly StakingValidator[],
  shaping: PowerShapingRow,
  leastPower: bigint,
): ConsensusValidatorRow[] {
  const candidates = candidatesOf(context, bonded, shaping)
    .filter(mayValidate(context, consumerId, shaping, leastPower))
    .map((validator) => onConsumer(context, consumerId, validator));
  const ordered = priorityFirst(context, consumerId, candidates);
  const chosen = capSize(ordered, shaping);
  return shaping.validators_power_cap === 0 ? chosen : capPowers(chosen, shaping.validators_power_cap);
}

/**
 * The bonded validators with the most tokens first, equals in the order of Go's sort; only the active validators if the
 * consumer does not allow inactive ones.
 */
function candidatesOf(
  context: Context,
  bonded: readonly StakingValidator[],
  { allow_inactive_vals: inactive }: PowerShapingRow,
): StakingValidator[] {
  const byTokens = goSorted(bonded, (a, b) => a.row.tokens > b.row.tokens);
  return inactive ? byTokens : byTokens.slice(0, Number(paramsOf(context).max_provider_consensus_validators));
}

function mayValidate(
  context: Context,
  consumerId: string,
  { top_N: topN, min_stake: minStake }: PowerShapingRow,
  leastPower: bigint,
): (validator: StakingValidator) => boolean {
  const { draft } = context;
  const everybody = rowsOfConsumer(context, allowlist, consumerId).length === 0;
  return ({ consensusAddress, lastPower, row }) => {
    const key = optedIn.key(consumerId, consensusAddress);
    const joins = draft.has(optedIn, key) || (topN > 0 && lastPower >= leastPower);
    return joins && (everybody || draft.has(allowlist, key)) && !draft.has(denylist, key) && row.tokens >= minStake;
  };
}

/** A validator with its consumer key. Its join height does not change while it stays in the set. */
function onConsumer(
  { draft, block }: Context,
  consumerId: string,
  { consensusAddress, lastPower, row }: StakingValidator,
): ConsensusValidatorRow {
  const key = optedIn.key(consumerId, consensusAddress);
  const ownKey: { readonly ed25519: Hex } = { ed25519: row.consensus_pubkey.key };
  return {
    provider_cons_addr: consensusAddress,
    power: lastPower,
    public_key: draft.get(consumerKeys, key) ?? ownKey,
    join_height: draft.get(consumerValidators, key)?.join_height ?? block.height,
  };
}

/** Those on the priority list come first; both parts are in the order of power. */
function priorityFirst(
  { draft }: Context,
  consumerId: string,
  validators: readonly ConsensusValidatorRow[],
): ConsensusValidatorRow[] {
  const isFirst = ({ provider_cons_addr: address }: ConsensusValidatorRow) =>
    draft.has(prioritylist, prioritylist.key(consumerId, address));
  const others = validators.filter((validator) => !isFirst(validator));
  return [...byPower(validators.filter(isFirst)), ...byPower(others)];
}

/** The validator set cap applies only to opt-in consumers. */
function capSize(
  validators: ConsensusValidatorRow[],
  { top_N: topN, validator_set_cap: cap }: PowerShapingRow,
): ConsensusValidatorRow[] {
  return topN > 0 || cap === 0 ? validators : validators.slice(0, cap);
}
