import type { Trace } from '../../specs/generated/trace.ts';
import { setupOf } from '../../traces/format/trace.ts';
import type { Difference } from '../compare/difference.ts';

/** Tables whose rows say when something happened, or count blocks: each with what they are that cannot agree. */
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

/** Fields of the rows of other tables: each with what it is that cannot agree. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'auth/accounts': { sequence: 'what real nodes refuse gets into no block, and does not count' },
  'distribution/starting-infos': { height: 'of the block in which the delegation began' },
  'gov/proposals': {
    deposit_end_time: 'counted from the time of the block',
    spawn_time: 'counted from the time of the block before',
    submit_time: 'the time of the block',
    voting_end_time: 'counted from the time of the block',
    voting_start_time: 'the time of the block',
  },
  'ibc/client-states': { revision_height: 'of the last header that was relayed' },
  'provider/consumer-genesis': {
    hash: 'over the state after a block, with its heights and times',
    revision_height: 'of the block of the launch',
    timestamp: 'of the block of the launch',
  },
  'provider/consumer-validators': { join_height: 'of the block in which the validator joined' },
  'provider/initialization-parameters': { spawn_time: 'counted from the time of the block before' },
  'slashing/signing-infos': {
    index_offset: 'a count of blocks',
    jailed_until: 'counted from the time of the block',
    missed_blocks_counter: 'a count of blocks, also of votes that came too late for a commit',
    start_height: 'of the block in which the validator joined',
  },
  'staking/redelegations': {
    completion_time: 'counted from the time of the block',
    creation_height: 'of the block in which the stake moved',
  },
  'staking/unbonding-delegations': {
    completion_time: 'counted from the time of the block',
    creation_height: 'of the block in which the stake was taken away',
  },
  'staking/validators': {
    unbonding_height: 'of the block in which the bond was lost',
    unbonding_time: 'counted from the time of the block',
    update_time: 'of the block that changed the commission, at first that of the genesis',
  },
};

/** Tables of amounts that are shared out or minted with each block, among those who validate just then. */
const SHARED_OUT: Readonly<Record<string, string>> = {
  'bank/balances': 'what modules and accounts have got and withdrawn of it',
  'bank/supply': 'what was minted, block by block',
  'distribution/accumulated-commissions': 'a part of what each block brings',
  'distribution/current-rewards': 'a part of what each block brings',
  'distribution/fee-pool': 'a part of what each block brings, and what cannot be divided',
  'distribution/historical-rewards': 'sums over what each block brings',
  'distribution/outstanding-rewards': 'a part of what each block brings',
  'mint/minter': 'the inflation moves with each block',
};

/** What brings coins that are shared out. */
const BRINGERS: ReadonlySet<string> = new Set(['pay-fees', 'deposit-rewards', 'transfer']);

/** The names of the tables in which something cannot agree. */
export const TABLES_BY_TIMING: readonly string[] = [TABLES, FIELDS, SHARED_OUT].flatMap((part) => Object.keys(part));

/**
 * What a difference between the same trace on two engines follows from, in words, when that is nothing but when their
 * blocks were made.
 */
export function excuseOf(trace: Trace, { path }: Difference): string | undefined {
  const [table = '', , ...fields] = path;
  const whole = TABLES[table] ?? (sharesOut(trace) ? SHARED_OUT[table] : undefined);
  if (whole !== undefined) return `${table}: ${whole}`;
  for (const field of fields) {
    const why = FIELDS[table]?.[field];
    if (why !== undefined) return `${table}, ${field}: ${why}`;
  }
  return undefined;
}

/** Whether coins are minted or paid in a trace, so that each block has something to share out. */
function sharesOut(trace: Trace): boolean {
  return Number(setupOf(trace).inflation) > 0 || trace.actions.some(({ kind }) => BRINGERS.has(kind));
}
