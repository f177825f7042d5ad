import {
  consumerHistoricalInfo,
  crossChainValidators,
  type CrossChainValidatorRow,
  type HistoricalValidator,
} from '../../specs/tables/consumer.ts';
import { bech32 } from '../bech32.ts';
import type { Context } from '../context.ts';
import { historicalHeader } from '../sdk/historical-header.ts';

/** What a unit of power is worth in tokens (the SDK's default power reduction). */
const POWER_REDUCTION = 1_000_000n;

/**
 * Keeps the historical info of the current block and forgets what is older than `entries` blocks
 * (ICS-02's need for self validation; `TrackHistoricalInfo` of the CCV consumer).
 */
export function trackHistoricalInfo(context: Context, entries: bigint): void {
  const { draft, block } = context;
  for (let height = block.height - entries; height >= 0n; height--) {
    const key = height.toString();
    if (!draft.has(consumerHistoricalInfo, key)) break;
    draft.delete(consumerHistoricalInfo, key);
  }
  if (entries === 0n) return;
  const rows = [...draft.entries(crossChainValidators)].map(([, row]) => row);
  draft.set(consumerHistoricalInfo, block.height.toString(), {
    header: historicalHeader(block),
    valset: rows.toSorted(byPower).map((row) => historicalValidator(context.bech32Prefix, row)),
  });
}

function byPower(a: CrossChainValidatorRow, b: CrossChainValidatorRow): number {
  return Number(b.power > a.power) - Number(b.power < a.power) || (a.address < b.address ? -1 : 1);
}

const made = new Map<string, HistoricalValidator>();

/** A validator as the staking module of a standalone chain would describe it: bonded, its tokens made from its power. */
function historicalValidator(prefix: string, { address, power, pubkey }: CrossChainValidatorRow): HistoricalValidator {
  const operator = bech32(`${prefix}valoper`, address);
  const known = made.get(operator);
  const tokens = power * POWER_REDUCTION;
  if (known?.tokens === tokens) return known;
  const validator: HistoricalValidator = {
    operator_address: operator,
    consensus_pubkey: pubkey,
    jailed: false,
    status: 'BOND_STATUS_BONDED',
    tokens,
    delegator_shares: 0n,
    description: { moniker: '', identity: '', website: '', security_contact: '', details: '' },
    unbonding_height: 0n,
    unbonding_time: 0n,
    commission: { commission_rates: { rate: 0n, max_rate: 0n, max_change_rate: 0n }, update_time: 0n },
    min_self_delegation: 1n,
    unbonding_on_hold_ref_count: 0n,
    unbonding_ids: [],
  };
  made.set(operator, validator);
  return validator;
}
