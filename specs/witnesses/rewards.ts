import type { PerValidator } from '../tables/provider/validators.ts';
import { SINGLETON } from '../key.ts';
import type { RowView } from '../rows.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { Allocations, payments, WHOLE, type AllocationChange } from '../history/allocations.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { Gains } from '../history/gains.ts';
import { isSentByChain, transfersReceived, transfersRefunded, transfersSent } from '../history/transfers.ts';
import { moduleAddress } from '../module-address.ts';
import { readRewardMemo } from '../reward-memo.ts';
import { accounts } from '../tables/auth.ts';
import { balances } from '../tables/bank.ts';
import { consumerParams, lastTransmission } from '../tables/consumer.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { connections } from '../tables/ibc/connection.ts';
import {
  allowlistedRewardDenoms,
  clientToConsumer,
  consumerCommissionRates,
  consumerPhases,
  consumerRewardDenoms,
  consumerValidators,
  providerParams,
  rewardsAllocations,
} from '../tables/provider.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { arrivingDenom } from '../traced-denom.ts';
import type { Hex } from '../value.ts';
import { answered, onConsumer, onProvider, witness, type Watch, type Witness } from '../witness.ts';

const DISTRIBUTION = 'ICS-028 §Reward Distribution';
const PSS = 'ADR-015';
const GOVERNED = 'MsgChangeRewardDenoms';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';
const MOST_DENOMS = 3;

/** The rewards of consumers, from their fees to the validators of the provider. */
export const REWARD_WITNESSES: readonly Witness[] = [
  witness(
    'rewards-sent',
    DISTRIBUTION,
    'A consumer sent rewards to the provider.',
    onConsumer((event) => rewardsSent(event).length > 0),
  ),
  witness(
    'rewards-sent-in-two-denominations',
    DISTRIBUTION,
    'A consumer sent rewards in two denominations in one block.',
    onConsumer((event) => new Set(rewardsSent(event).map(({ data }) => data.denom)).size > 1),
  ),
  witness(
    'rewards-of-provider-denomination-sent',
    DISTRIBUTION,
    'A consumer sent rewards in a denomination that came from the provider.',
    onConsumer((event) => rewardsSent(event).some(({ packet, data }) => arrivingDenom(packet, data.denom).isHome)),
  ),
  witness(
    'rewards-refunded',
    'SM §Reward Distribution',
    'A consumer got rewards back that it had sent.',
    onConsumer((event) => transfersRefunded(event).some((transfer) => isReward(event, transfer.data.receiver))),
  ),
  witness(
    'rewards-due-without-channel',
    DISTRIBUTION,
    'Rewards were due while the transfer channel was not open.',
    onConsumer((event) => {
      if (changesOf(event, lastTransmission).length === 0 || !holdsRewards(event.view)) return false;
      const channel = event.view.row(consumerParams, SINGLETON)?.distribution_transmission_channel ?? '';
      return event.view.row(channelEnds, channelEnds.key('transfer', channel))?.state !== 'STATE_OPEN';
    }),
  ),
  witness(
    'consumer-keeps-its-fees',
    DISTRIBUTION,
    'A consumer kept all fees of a block.',
    onConsumer((event) => gained(event, 'cons_redistribute') && !gained(event, 'cons_to_send_to_provider')),
  ),
  witness(
    'consumer-gives-its-fees',
    DISTRIBUTION,
    'A consumer reserved all fees of a block for the provider.',
    onConsumer((event) => gained(event, 'cons_to_send_to_provider') && !gained(event, 'cons_redistribute')),
  ),
  witness(
    'rewards-named-by-memo',
    PSS,
    'Rewards arrived with a memo that names the consumer that sent them.',
    onProvider((event) => arrivals(event).some(({ named, behind }) => named !== undefined && named === behind)),
  ),
  witness(
    'rewards-named-by-channel',
    PSS,
    'Rewards arrived without a readable memo, and were allocated to the consumer of the channel.',
    onProvider((event) =>
      arrivals(event).some(({ named, behind }) => named === undefined && isAllocatedTo(event, behind)),
    ),
  ),
  witness(
    'rewards-for-another-consumer',
    PSS,
    'Rewards arrived with a memo that names another consumer, and were allocated to that consumer.',
    onProvider((event) => arrivals(event).some(({ named, behind }) => named !== behind && isAllocatedTo(event, named))),
  ),
  witness(
    'rewards-allocated-to-nobody',
    PSS,
    'Coins arrived in the rewards pool and were allocated to no consumer.',
    onProvider((event) => arrivals(event).length > 0 && changesOf(event, rewardsAllocations).length === 0),
  ),
  paid('rewards-paid', 'Rewards of a consumer were paid to validators.', (_, changes) => reachValidators(changes)),
  paid(
    'rewards-paid-to-community-alone',
    'All rewards of a consumer went to the community pool, because no validator was eligible yet.',
    (_, changes) => !reachValidators(changes),
  ),
  paid(
    'rewards-paid-with-commission-of-consumer',
    'Rewards were paid to a validator with its own commission rate for the consumer.',
    (event, changes) =>
      changes.some(({ consumerId, earners }) =>
        membersPaid(event, consumerId).some(
          (address) =>
            earners.has(event.view.row(validatorsByConsensusAddress, address) ?? '') &&
            keepsRate(event, consumerCommissionRates.key(consumerId, address)),
        ),
      ),
  ),
  paid(
    'newcomer-not-paid',
    'Rewards were paid while a validator of the consumer was not eligible yet.',
    (event, changes) => reachValidators(changes) && changes.some(({ consumerId }) => newcomers(event, consumerId) > 0),
  ),
  paid('jailed-validator-paid', 'Rewards were paid while a jailed validator was still in the set.', (event, changes) =>
    changes.some(({ consumerId }) => hasJailed(event.view, consumerId)),
  ),
  paid(
    'remainder-carried',
    'A payment left a token for the next one, because not all of it could be distributed.',
    (_, changes) => changes.some(({ after }) => after > 0n && after < 2n * WHOLE),
  ),
  paid(
    'several-consumers-paid',
    'Rewards of two consumers were paid in one block.',
    (_, changes) => new Set(changes.map(({ consumerId }) => consumerId)).size > 1,
  ),
  paid('rewards-of-stopped-consumer-paid', 'Rewards of a stopped consumer were paid.', (event, changes) =>
    changes.some(({ consumerId }) => event.view.row(consumerPhases, consumerId) === 'CONSUMER_PHASE_STOPPED'),
  ),
  {
    name: 'denomination-allowed-after-arrival',
    source: DISTRIBUTION,
    describes: 'A denomination was allowed while rewards in it were waiting.',
    watch: () =>
      onWaiting(
        (event, waiting) =>
          changesOf(event, allowlistedRewardDenoms).some(({ key, row }) =>
            (row?.denoms ?? []).some((denom) => waiting.has(`${key}/${denom}`)),
          ) ||
          changesOf(event, consumerRewardDenoms).some(
            ({ key, row }) => row !== undefined && [...waiting].some((id) => id.endsWith(`/${key}`)),
          ),
      ),
  },
  witness(
    'denomination-allowed-by-governance',
    GOVERNED,
    'Governance allowed a reward denomination for all consumers.',
    onProvider((event) => changesOf(event, consumerRewardDenoms).some(({ row }) => row !== undefined)),
  ),
  witness(
    'denomination-taken-back-by-governance',
    GOVERNED,
    'Governance removed a reward denomination that was allowed for all consumers.',
    onProvider((event) => changesOf(event, consumerRewardDenoms).some(({ row }) => row === undefined)),
  ),
  {
    name: 'denomination-taken-back-by-owner',
    source: 'MsgUpdateConsumer',
    describes: 'The owner of a consumer removed an allowed reward denomination.',
    watch(): Watch {
      const allowed = new Map<string, readonly string[]>();
      return {
        sees: onProvider((event) => {
          let seen = false;
          for (const { key, row } of changesOf(event, allowlistedRewardDenoms)) {
            const denoms = row?.denoms ?? [];
            if ((allowed.get(key) ?? []).some((denom) => !denoms.includes(denom))) seen = true;
            allowed.set(key, denoms);
          }
          return seen;
        }),
      };
    },
  },
  {
    name: 'deleted-with-rewards',
    source: DISTRIBUTION,
    describes: 'A consumer was deleted while some of its rewards were waiting.',
    watch: () =>
      onWaiting((event, waiting) =>
        changesOf(event, consumerPhases).some(
          ({ key, row }) => row === 'CONSUMER_PHASE_DELETED' && [...waiting].some((id) => consumerOf(id) === key),
        ),
      ),
  },
  witness(
    'too-many-denominations-refused',
    'MsgUpdateConsumer',
    'An owner tried to allow more reward denominations than the maximum and was refused.',
    onProvider((event) =>
      answered(
        event,
        UPDATE,
        ({ code }, { allowlisted_reward_denoms: list }) => code > 0 && lengthOf(list) > MOST_DENOMS,
      ),
    ),
  ),
];

/** What was paid for a consumer in one denomination. */
interface Payment extends AllocationChange {
  /** The validators whose outstanding rewards in the denomination grew. */
  readonly earners: ReadonlySet<Hex>;
}

/** A witness of a payment; the predicate gets the event and what it paid. */
function paid(
  name: string,
  describes: string,
  sees: (event: BlockEvent, changes: readonly Payment[]) => boolean,
): Witness {
  return {
    name,
    source: PSS,
    describes,
    watch(): Watch {
      const allocations = new Allocations();
      const earned = new Gains();
      return {
        sees: (event) => {
          const gains = event.kind === 'provider' ? earned.observe(event) : [];
          const changes = payments(allocations.observe(event)).map((change) => ({
            ...change,
            earners: new Set(gains.flatMap(({ denom, operator }) => (denom === change.denom ? [operator] : []))),
          }));
          return event.event === 'block' && changes.length > 0 && sees(event, changes);
        },
      };
    },
  };
}

/** Watches blocks with the rewards that waited before them: at least a whole token, by `{consumer id}/{denomination}`. */
function onWaiting(sees: (event: BlockEvent, waiting: ReadonlySet<string>) => boolean): Watch {
  const allocations = new Allocations();
  return {
    sees(event) {
      const waiting = new Set([...allocations.entries()].flatMap(([key, amount]) => (amount < WHOLE ? [] : [key])));
      allocations.observe(event);
      return event.event === 'block' && event.kind === 'provider' && waiting.size > 0 && sees(event, waiting);
    },
  };
}

function rewardsSent(event: BlockEvent) {
  return transfersSent(event).filter((transfer) => isSentByChain(event, transfer));
}

function isReward({ view }: BlockEvent, receiver: string): boolean {
  return view.row(consumerParams, SINGLETON)?.provider_fee_pool_addr_str === receiver;
}

function holdsRewards(view: RowView): boolean {
  const account = moduleAddress('cons_to_send_to_provider');
  return (view.row(consumerParams, SINGLETON)?.reward_denoms ?? []).some((denom) =>
    view.row(balances, balances.key(account, denom)),
  );
}

/** Whether the balance of a module account grew in the block. */
function gained(event: BlockEvent, module: string): boolean {
  const account = `${moduleAddress(module)}/`;
  const sent = module === 'cons_to_send_to_provider' && rewardsSent(event).length > 0;
  return sent || changesOf(event, balances).some(({ key, row }) => row !== undefined && key.startsWith(account));
}

/** The transfers to the rewards pool: the consumer that the memo names, and the consumer of the channel. */
function arrivals(event: BlockEvent) {
  const account = event.view.row(accounts, moduleAddress('consumer_rewards_pool'));
  const pool = account !== undefined && 'base_account' in account ? account.base_account.address : undefined;
  return transfersReceived(event)
    .filter(({ success, data }) => success && data.receiver === pool)
    .map(({ packet, data }) => {
      const hops =
        event.view.row(channelEnds, channelEnds.key('transfer', packet.destination_channel))?.connection_hops ?? [];
      const client = event.view.row(connections, hops[0] ?? '')?.client_id ?? '';
      return { named: readRewardMemo(data.memo)?.consumerId, behind: event.view.row(clientToConsumer, client) };
    });
}

function isAllocatedTo(event: BlockEvent, consumerId: string | undefined): boolean {
  return changesOf(event, rewardsAllocations).some(({ key }) => consumerOf(key) === consumerId);
}

/** Whether the outstanding rewards of validators grew, so that the community pool did not get everything. */
function reachValidators(changes: readonly Payment[]): boolean {
  return changes.some(({ earners }) => earners.size > 0);
}

function isOf(consumerId: string) {
  return ([key]: readonly [string, unknown]) => consumerOf(key) === consumerId;
}

/** How many validators of a consumer are not eligible for rewards yet. */
function newcomers({ view, block }: BlockEvent, consumerId: string): number {
  const blocks = patience(view);
  return [...view.rows(consumerValidators)].filter(
    (row) => isOf(consumerId)(row) && block.height - row[1].join_height < blocks && row[1].join_height < block.height,
  ).length;
}

/** The validators of a consumer that are eligible for rewards. */
function membersPaid({ view, block }: BlockEvent, consumerId: string): Hex[] {
  const blocks = patience(view);
  return [...view.rows(consumerValidators)].flatMap((row) =>
    isOf(consumerId)(row) && block.height - row[1].join_height >= blocks ? [row[0].slice(consumerId.length + 1)] : [],
  );
}

/** How many blocks a validator must have been in the set to be eligible for rewards. */
function patience(view: RowView): bigint {
  const params = view.row(providerParams, SINGLETON);
  return (params?.number_of_epochs_to_start_receiving_rewards ?? 0n) * (params?.blocks_per_epoch ?? 0n);
}

/** Whether a validator has its own commission rate for a consumer, and had it before the block. */
function keepsRate(event: BlockEvent, key: PerValidator): boolean {
  const rate = event.view.row(consumerCommissionRates, key);
  return rate !== undefined && changesOf(event, consumerCommissionRates).every((change) => change.key !== key);
}

function hasJailed(view: RowView, consumerId: string): boolean {
  return [...view.rows(consumerValidators)].some((row) => {
    const address = row[0].slice(consumerId.length + 1);
    const operator = view.row(validatorsByConsensusAddress, address);
    return isOf(consumerId)(row) && operator !== undefined && view.row(validators, operator)?.jailed === true;
  });
}

function lengthOf(list: unknown): number {
  return typeof list === 'object' && list !== null && 'denoms' in list && Array.isArray(list.denoms)
    ? list.denoms.length
    : 0;
}
