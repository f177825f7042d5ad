import type { Trace } from '../../specs/generated/trace.ts';
import { setupOf } from '../../traces/trace.ts';
import type { Difference } from '../compare/difference.ts';

/** Tables whose rows say when something happened, or count blocks: each with what it is that cannot agree. */
const TABLES: Readonly<Record<string, string>> = {
  'ccvconsumer/height-to-valset-update-id': 'a row a block',
  'ccvconsumer/historical-info': 'a header a block',
  'ccvconsumer/last-transmission': 'a height',
  'distribution/previous-proposer': 'who proposed the last block',
  'distribution/slash-events': 'by the height of the slash',
  'gov/active-proposals': 'by the end of the voting',
  'gov/inactive-proposals': 'by the end of the deposits',
  'ibc/consensus-states': 'by the height of each header that was relayed',
  'ibc/iteration-keys': 'by the height of each header that was relayed',
  'ibc/packet-acks': 'a row a packet, as many as there were epochs with changes',
  'ibc/packet-commitments': 'hashes over timeouts and valset update ids',
  'ibc/processed-heights': 'heights at which headers arrived',
  'ibc/processed-times': 'times at which headers arrived',
  'provider/consumer-addresses-to-prune': 'by the time of the pruning',
  'provider/infraction-queue': 'by time',
  'provider/init-chain-heights': 'a height',
  'provider/evidence-min-heights': 'a height',
  'provider/removal-queue': 'by time',
  'provider/removal-times': 'a time',
  'provider/slash-meter-replenish-time': 'a time',
  'provider/spawn-queue': 'by time',
  'provider/valset-update-block-heights': 'a row an epoch',
  'provider/valset-update-id': 'counts epochs',
  'slashing/missed-blocks': 'which votes came too late for a commit',
  'staking/historical-info': 'a header a block',
  'staking/redelegation-queue': 'by time',
  'staking/unbonding-queue': 'by time',
  'staking/validator-queue': 'by time and height',
};

/**
 * Fields of other rows that are heights, times, counts of blocks, or hashes over such; and the sequence of an account,
 * for what real nodes refuse does not get into a block, and so does not count.
 */
const FIELDS: ReadonlySet<string> = new Set([
  'completion_time',
  'creation_height',
  'deposit_end_time',
  'hash',
  'height',
  'index_offset',
  'jailed_until',
  'join_height',
  'missed_blocks_counter',
  'revision_height',
  'sequence',
  'spawn_time',
  'start_height',
  'submit_time',
  'timestamp',
  'unbonding_height',
  'unbonding_time',
  'update_time',
  'voting_end_time',
  'voting_start_time',
]);

/** Tables of amounts that are shared out or minted with each block, among those who validate just then. */
const SHARED_OUT: ReadonlySet<string> = new Set([
  'bank/balances',
  'bank/supply',
  'distribution/accumulated-commissions',
  'distribution/current-rewards',
  'distribution/fee-pool',
  'distribution/historical-rewards',
  'distribution/outstanding-rewards',
  'mint/minter',
]);

/** What brings coins that are shared out. */
const BRINGERS: ReadonlySet<string> = new Set(['pay-fees', 'deposit-rewards', 'transfer']);

/** The names of the tables that cannot agree as a whole. */
export const TABLES_BY_TIMING: readonly string[] = Object.keys(TABLES);

/** Whether a difference between the same trace on two engines follows from nothing but when their blocks were made. */
export function isByTiming(trace: Trace, { path }: Difference): boolean {
  const [table = '', , ...fields] = path;
  return table in TABLES || fields.some((field) => FIELDS.has(field)) || (sharesOut(trace) && SHARED_OUT.has(table));
}

/** Whether coins are minted or paid in a trace, so that each block has something to share out. */
function sharesOut(trace: Trace): boolean {
  return Number(setupOf(trace).inflation) > 0 || trace.actions.some(({ kind }) => BRINGERS.has(kind));
}
