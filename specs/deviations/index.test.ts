import { SINGLETON } from '../key.ts';
import { expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import { WHOLE } from '../history/allocations.ts';
import { writeSlashRequest, writeValidatorSetChange } from '../ccv-packet.ts';
import {
  consumerParams,
  initGenesisHeight,
  outstandingDowntime,
  pendingPackets,
  previouslySovereign,
  type ConsumerParamsRow,
  type PendingPacketRow,
} from '../tables/consumer.ts';
import {
  clientStates,
  consensusStates,
  type TendermintClientState,
  type TendermintConsensusState,
} from '../tables/ibc/client.ts';
import { equivocations, type EquivocationRow } from '../tables/evidence.ts';
import { distributionParams, outstandingRewards, type DistributionParamsRow } from '../tables/distribution.ts';
import { connections, type ConnectionRow } from '../tables/ibc/connection.ts';
import { packetCommitments } from '../tables/ibc/packet.ts';
import {
  consumerChainIds,
  consumerClients,
  consumerRewardDenoms,
  infractionParameters,
  nextConsumerId,
  slashAcks,
  valsetUpdateId,
  type InfractionParametersRow,
  initializationParameters,
  pendingVscs,
  type InitializationParametersRow,
} from '../tables/provider.ts';
import { unbondingDelegations, type UnbondingDelegationRow } from '../tables/staking/delegation.ts';
import { channelEnd, establishedChannel, validator } from '../testing/chains.ts';
import {
  bonded,
  channelMapped,
  launched,
  member,
  optIn,
  params,
  phase,
  shaped,
  staked,
} from '../testing/provider-rows.ts';
import { signingInfos, slashingParams, type SigningInfoRow, type SlashingParamsRow } from '../tables/slashing.ts';
import { validators } from '../tables/staking/validator.ts';
import { answering, slashPacket as slashFor } from '../testing/slashes.ts';
import { reaches } from '../testing/run.ts';
import { historicalInfo, stakingParams, type StakingParamsRow } from '../tables/staking/chain.ts';
import { doubleVoting } from '../testing/evidence.ts';
import { drop, put, Story, vscPacket, type Happening } from '../testing/story.ts';
import { allocation, balance, memoFor, pool, takes, transferPacket, VOUCHER } from '../testing/transfers.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { SECOND } from '../value.ts';
import { DEVIATIONS } from './index.ts';
import { PROPERTIES } from '../properties/index.ts';
import { tokensOutrankPower } from './tokens-outrank-power.ts';

const CREATE_CLIENT = '/ibc.core.client.v1.MsgCreateClient';
const takenOver = [put(previouslySovereign, SINGLETON, ''), put(initGenesisHeight, SINGLETON, 6n)];
const actedOn = put(equivocations, 'e', {} as EquivocationRow);
const queuedSlash = put(pendingPackets, pendingPackets.key(0n), {} as PendingPacketRow);
const doubleSignAt = (height: bigint) => ({
  type: 'duplicate-vote' as const,
  address: 'aa',
  power: 1n,
  height,
  time: 0n,
  totalPower: 1n,
});
const packet = vscPacket(1, 1, { aa: 1 });
const COMMITMENT = packetCommitments.key('provider', 'channel-0', 1n);

const signingWindow = (window: bigint) =>
  put(slashingParams, SINGLETON, { signed_blocks_window: window, min_signed_per_window: 0n } as SlashingParamsRow);
const missing: Happening = { votes: [{ address: 'aa', power: 1n, signed: false }] };
/** Signs this many blocks, and then sets the counter to this many missed blocks. */
const signing = (blocks: number, missed: bigint): Happening[] =>
  Array.from({ length: blocks }, (_, i) => ({
    votes: [{ address: 'aa', power: 1n, signed: true }],
    rows:
      i < blocks - 1
        ? []
        : [put(signingInfos, 'aa', { index_offset: 9n, missed_blocks_counter: missed } as SigningInfoRow)],
  }));

const waits = allocation('0', VOUCHER, 5n * WHOLE);
const earns = (amount: bigint) => put(outstandingRewards, 'aa', { rewards: [{ denom: VOUCHER, amount }] });

/** Relays the packet with a successful message. */
function relays(type: string): Happening {
  return { txs: [{ message: { '@type': `/ibc.core.channel.v1.${type}`, packet } }] };
}

/** A slash packet. */
const reported = (infraction: 'downtime' | 'double-sign') => ({
  ...packet,
  source_port: 'consumer',
  destination_port: 'provider',
  data: writeSlashRequest({ address: 'aa', power: 1n, valsetUpdateId: 1n, infraction }),
});

const blockForgotten = drop(historicalInfo, historicalInfo.key(1n));
const unbondingTime = put(stakingParams, SINGLETON, { unbonding_time: 100n * SECOND } as StakingParamsRow);
const leaving = (creation_height: bigint) =>
  put(unbondingDelegations, unbondingDelegations.key('dd', 'aa'), {
    entries: [{ creation_height }],
  } as unknown as UnbondingDelegationRow);

const init: Happening = { txs: [{ message: { '@type': '/ibc.core.connection.v1.MsgConnectionOpenInit' } }] };
const connection = put(connections, 'connection-0', { state: 'STATE_INIT' } as ConnectionRow);
const ownChannel = (version: string): RowChange => {
  const { key, row } = channelEnd('consumer', 'channel-0', 'provider', '', 'STATE_INIT');
  return { table: 'ibc/channel-ends', key, row: { ...(row as object), version } };
};
const closed = channelEnd('consumer', 'channel-0', 'provider', 'channel-0', 'STATE_CLOSED');
const spawning = (seconds: bigint): readonly RowChange[] => [
  put(initializationParameters, '0', { spawn_time: seconds * SECOND } as InitializationParametersRow),
  phase('0', 'CONSUMER_PHASE_LAUNCHED'),
];
const unbonding = put(consumerParams, SINGLETON, { unbonding_period: 100n * SECOND } as ConsumerParamsRow);
const WEEK = 7 * 24 * 3600;
const downtime = put(outstandingDowntime, 'aa', '');
const slashing = (index: number, address: string): RowChange =>
  put(pendingPackets, pendingPackets.key(BigInt(index)), {
    type: 'CONSUMER_PACKET_TYPE_SLASH',
    slashPacketData: {
      validator: { address, power: 1n },
      valset_update_id: 1n,
      infraction: 'INFRACTION_DOWNTIME',
    },
  });
const slashPacket = (address: string) => ({
  ...packet,
  source_port: 'consumer',
  destination_port: 'provider',
  data: writeSlashRequest({ address, power: 1n, valsetUpdateId: 1n, infraction: 'downtime' }),
});
const unbondingAt = (height: number): RowChange =>
  put(unbondingDelegations, unbondingDelegations.key('dd', 'aa'), {
    entries: [{ creation_height: BigInt(height) }],
  } as unknown as UnbondingDelegationRow);
const sameChain = (ids: readonly string[]): readonly RowChange[] =>
  ids.flatMap((chainId, i) => [put(consumerChainIds, String(i), chainId), phase(String(i), 'CONSUMER_PHASE_LAUNCHED')]);
const startsFrom = (power: number) => (story: Story) =>
  story
    .start('provider', { updates: [{ pubKey: 'aa', power: 5n }] })
    .block('provider')
    .start('c0', {
      updates: [{ pubKey: 'aa', power: BigInt(power) }],
      genesis: {
        ccv: {
          params: { consumer_id: '0' },
          provider: { client_state: { latest_height: { revision_number: 0n, revision_height: 1n } } },
        },
      },
    });
/** An active validator with power 5 opted in and is left out; an inactive one has this power. */
const leftOut = (power: number): Story =>
  provider({
    rows: [
      params(1),
      phase('0', 'CONSUMER_PHASE_LAUNCHED'),
      optIn('0', 'aa'),
      ...bonded('aa', 5),
      ...bonded('bb', power, false),
    ],
  })(new Story());
const client = put(clientStates, clientStates.key('07-tendermint-0'), {
  unbonding_period: 100n * SECOND,
} as TendermintClientState);
const CONSENSUS = consensusStates.key('07-tendermint-0', 1n, 1n);
const consensus = put(consensusStates, CONSENSUS, { timestamp: 0n } as TendermintConsensusState);

const acked = put(slashAcks, '0', { addresses: ['cosmosvalcons1aa'] });
const inJail = put(validators, 'aa', staked('aa', 5, { jailed: true }));
const reportable = (fraction: bigint, tombstone = false): readonly RowChange[] => [
  ...launched('0', { aa: 5 }),
  ...bonded('aa', 5),
  put(signingInfos, 'aa', { tombstoned: false } as SigningInfoRow),
  put(infractionParameters, '0', {
    downtime: { slash_fraction: fraction, jail_duration: 0n, tombstone },
  } as InfractionParametersRow),
];

testWitnesses(DEVIATIONS, {
  'channel-version': { yes: consumer({ rows: [ownChannel('1')] }), no: consumer({ rows: [ownChannel('ccv-1')] }) },
  'double-sign-only-logged': {
    yes: provider({ received: [reported('double-sign')] }),
    no: provider({ received: [reported('downtime')] }),
  },
  'evidence-never-expires': {
    yes: provider({ rows: [unbondingTime] }, { seconds: 100, ...doubleVoting('aa') }),
    no: provider({ rows: [unbondingTime] }, { seconds: 99, ...doubleVoting('aa') }),
  },
  'all-unbonding-stake-slashed': {
    yes: provider({ ...doubleVoting('aa'), rows: [leaving(0n)] }),
    no: provider({ ...doubleVoting('aa'), rows: [leaving(1n)] }),
  },
  'handshake-started-by-relayer': {
    yes: consumer({ ...init, rows: [connection] }),
    no: consumer({ rows: [connection] }),
  },
  'provider-channel-at-first-vsc': {
    yes: consumer({ rows: [channelEnd('consumer', 'channel-0', 'provider', 'channel-0', 'STATE_OPEN')] }),
    no: consumer({ rows: establishedChannel() }),
  },
  'launch-at-spawn-time': { yes: provider({ rows: spawning(1n) }), no: provider({ rows: spawning(0n) }) },
  'stopped-consumer-is-kept': {
    yes: provider({ rows: [put(consumerClients, '0', '07-tendermint-0'), phase('0', 'CONSUMER_PHASE_STOPPED')] }),
    no: provider({ rows: [phase('0', 'CONSUMER_PHASE_STOPPED')] }),
  },
  'rewards-wait-in-pool': { yes: provider({ rows: [waits] }), no: provider({ rows: [allocation('0', VOUCHER, 0n)] }) },
  'rewards-need-permission': {
    yes: provider({ rows: [waits] }, {}),
    no: provider({ rows: [waits] }, { rows: [allocation('0', VOUCHER, 1n)] }, {}),
  },
  'memo-names-consumer': {
    yes: provider({ ...takes(transferPacket({ memo: memoFor('0') })), rows: [waits] }),
    no: provider({ ...takes(transferPacket()), rows: [waits] }),
  },
  'rewards-for-no-consumer': {
    yes: provider({ rows: pool(VOUCHER, 5n) }),
    no: provider({ rows: [waits, ...pool(VOUCHER, 5n)] }),
  },
  'provider-export-forgets': {
    // The next consumer can get the first id again in the same block.
    yes: provider(
      { rows: [put(nextConsumerId, SINGLETON, 1n)] },
      { rows: [put(nextConsumerId, SINGLETON, 1n), blockForgotten] },
    ),
    no: [
      provider({ rows: [put(nextConsumerId, SINGLETON, 1n)] }, { rows: [put(nextConsumerId, SINGLETON, 2n)] }),
      provider({}, { rows: [blockForgotten] }),
    ],
  },
  'consumer-export-without-keys': {
    yes: consumer({}, { rows: [put(initGenesisHeight, SINGLETON, 2n)] }),
    no: consumer({ rows: [put(initGenesisHeight, SINGLETON, 0n)] }, {}),
  },
  'consumer-export-forgets': {
    yes: consumer({}, { rows: [put(initGenesisHeight, SINGLETON, 2n)] }),
    no: consumer({ rows: [put(initGenesisHeight, SINGLETON, 0n)] }, {}),
  },
  'kept-fees-have-no-owner': {
    yes: consumer({ rows: [balance('cons_redistribute', 'stake', 5n)] }),
    no: consumer({
      rows: [
        put(distributionParams, SINGLETON, {} as DistributionParamsRow),
        balance('cons_redistribute', 'stake', 5n),
      ],
    }),
  },
  'transfer-account-takes-coins': {
    yes: provider({ rows: [balance('transfer', VOUCHER, 5n)] }),
    no: provider({ rows: [balance('fee_collector', VOUCHER, 5n)] }),
  },
  'rewards-left-behind': {
    yes: provider({ rows: [waits, phase('0', 'CONSUMER_PHASE_DELETED')] }),
    no: provider({ rows: [waits, phase('0', 'CONSUMER_PHASE_STOPPED')] }),
  },
  'removed-validator-blocks-rewards': {
    yes: provider({ rows: [waits, put(consumerRewardDenoms, VOUCHER, ''), member('0', 'aa', 1)] }, {}),
    no: provider(
      { rows: [waits, put(consumerRewardDenoms, VOUCHER, ''), member('0', 'aa', 1), ...bonded('aa', 1)] },
      {},
    ),
  },
  'newcomers-wait-for-rewards': {
    yes: provider({ rows: [waits, params(1, 100, 5), member('0', 'aa', 1)] }, { rows: [allocation('0', VOUCHER, 0n)] }),
    no: provider({ rows: [waits, params(1, 100, 1), member('0', 'aa', 1)] }, { rows: [allocation('0', VOUCHER, 0n)] }),
  },
  'shares-leave-dust': {
    yes: provider({ rows: [waits] }, { rows: [allocation('0', VOUCHER, 0n), earns(5n * WHOLE - 1n)] }),
    no: provider({ rows: [waits] }, { rows: [allocation('0', VOUCHER, 0n), earns(5n * WHOLE)] }),
  },
  'consumer-outlives-channel': {
    yes: consumer({ rows: [...establishedChannel(), closed] }, {}),
    no: consumer({ rows: [...establishedChannel(), closed] }),
  },
  'no-init-timeout': {
    yes: provider({ rows: [phase('0', 'CONSUMER_PHASE_LAUNCHED')] }, { seconds: WEEK + 1 }),
    no: provider(
      { rows: [phase('0', 'CONSUMER_PHASE_LAUNCHED')] },
      { seconds: WEEK },
      { rows: channelMapped('0', 'channel-0') },
      { seconds: 1 },
    ),
  },
  'no-vsc-timeout': {
    yes: provider({ rows: launched('0', { aa: 5 }), sent: [packet] }, { seconds: 5 * WEEK + 1 }),
    no: provider({ rows: launched('0', { aa: 5 }), sent: [packet] }, { seconds: 5 * WEEK }),
  },
  'bonded-outside-consensus': {
    yes: provider({ rows: [...bonded('aa', 5), ...bonded('bb', 4, false)] }),
    no: provider({ rows: [...bonded('aa', 5), ...bonded('bb', 4)] }),
  },
  'unbonding-without-vsc': {
    yes: provider({ rows: [params(1), ...channelMapped('0', 'channel-0'), unbondingAt(1)] }),
    no: provider({ rows: [params(1), ...channelMapped('0', 'channel-0'), unbondingAt(1), ...bonded('aa', 5)] }),
  },
  'packets-wait-for-client': {
    yes: provider({ rows: [...launched('0', { aa: 5 }), put(pendingVscs, '0', { list: [] })] }),
    no: provider({ rows: [phase('0', 'CONSUMER_PHASE_LAUNCHED'), put(pendingVscs, '0', { list: [] })] }),
  },
  'rejoining-clears-downtime': {
    yes: consumer(
      { rows: [downtime] },
      { rows: [drop(outstandingDowntime, 'aa'), validator('aa', 5)], received: [packet] },
    ),
    no: consumer(
      { rows: [downtime] },
      {
        rows: [drop(outstandingDowntime, 'aa'), validator('aa', 5)],
        received: [
          {
            ...packet,
            data: writeValidatorSetChange({ updates: [], valsetUpdateId: 1n, slashAcks: ['cosmosvalcons1'] }),
          },
        ],
      },
    ),
  },
  'shared-chain-id': {
    yes: provider({ rows: sameChain(['c-1', 'c-1']) }),
    no: provider({ rows: sameChain(['c-1', 'd-1']) }),
  },
  'slash-packets-one-at-a-time': {
    yes: consumer({
      rows: [...establishedChannel(), slashing(0, 'aa'), slashing(1, 'bb')],
      sent: [slashPacket('aa')],
    }),
    no: consumer({
      rows: [...establishedChannel(), slashing(0, 'aa'), slashing(1, 'bb')],
      sent: [slashPacket('aa'), slashPacket('bb')],
    }),
  },
  'oldest-slash-packet-first': {
    yes: consumer({ rows: [slashing(0, 'aa'), slashing(1, 'bb')] }, { sent: [slashPacket('aa')] }),
    no: consumer({ rows: [slashing(0, 'aa'), slashing(1, 'bb')] }, { sent: [slashPacket('bb')] }),
  },
  'first-block-not-reported': {
    yes: consumer({ rows: takenOver }, { misbehavior: [doubleSignAt(8n)], rows: [actedOn] }),
    no: [
      consumer({ rows: takenOver }, { misbehavior: [doubleSignAt(7n)], rows: [actedOn] }),
      consumer({ rows: takenOver }, { misbehavior: [doubleSignAt(8n)], rows: [actedOn, queuedSlash] }),
      consumer({ misbehavior: [doubleSignAt(8n)], rows: [actedOn] }),
    ],
  },
  'sovereign-without-clients': {
    yes: (story) => story.start('c0', { kind: 'sovereign' }).block('c0', sends(CREATE_CLIENT, 'client/32')),
    no: [
      (story) => story.start('c0', { kind: 'sovereign' }).block('c0', sends(CREATE_CLIENT)),
      consumer(sends(CREATE_CLIENT, 'client/32')),
    ],
  },
  'downtime-outstanding-when-queued': {
    yes: consumer({ rows: [downtime] }),
    no: consumer({ rows: [...establishedChannel(), downtime] }),
  },
  'vsc-for-some-consumers': {
    yes: provider({ rows: [...launched('0', { aa: 5 }), ...launched('1', { bb: 5 })], sent: [packet] }),
    no: provider({ rows: launched('0', { aa: 5 }), sent: [packet] }),
  },
  'initial-set-unverified': { yes: startsFrom(4), no: startsFrom(5) },
  'updates-wait-for-epoch': {
    yes: provider({ rows: [params(5), ...channelMapped('0', 'channel-0'), ...bonded('aa', 5)] }),
    no: provider({ rows: [params(1), ...channelMapped('0', 'channel-0'), ...bonded('aa', 5)] }),
  },
  'validated-by-some': {
    yes: provider({ rows: [...bonded('aa', 5), ...bonded('bb', 4), ...launched('0', { aa: 5 })] }),
    no: provider({ rows: [...bonded('aa', 5), ...launched('0', { aa: 5 })] }),
  },
  'power-cap': {
    yes: provider({ rows: [...bonded('aa', 5), member('0', 'aa', 6)] }),
    no: provider({ rows: [...bonded('aa', 5), member('0', 'aa', 5)] }),
  },
  'inactive-validator-validates': {
    yes: provider({ rows: [shaped('0', { allow_inactive_vals: true }), member('0', 'aa', 5)] }),
    no: provider({ rows: [shaped('0', { allow_inactive_vals: true }), ...bonded('aa', 5), member('0', 'aa', 5)] }),
  },
  'tokens-outrank-power': {
    yes: provider({ rows: [params(1), ...launched('0', { bb: 5 }), ...bonded('aa', 5), ...bonded('bb', 5, false)] }),
    no: provider({
      rows: [
        params(1),
        ...launched('0', { bb: 5 }),
        shaped('0', { allow_inactive_vals: true }),
        ...bonded('aa', 5),
        ...bonded('bb', 5, false),
      ],
    }),
  },
  'consumer-key': {
    yes: provider({ rows: [...bonded('aa', 5), member('0', 'aa', 5, 'cc')] }),
    no: provider({ rows: [...bonded('aa', 5), member('0', 'aa', 5)] }),
  },
  'no-maturity-packets': {
    yes: consumer({ rows: [unbonding], received: [packet] }, { seconds: 100 }),
    no: consumer({ rows: [unbonding], received: [packet] }, { seconds: 99 }),
  },
  'packet-received-again': {
    yes: consumer({ ...relays('MsgRecvPacket'), received: [packet] }, relays('MsgRecvPacket')),
    no: consumer({ ...relays('MsgRecvPacket'), received: [packet] }),
  },
  'acknowledged-again': {
    yes: provider(
      { rows: [put(packetCommitments, COMMITMENT, 'aa')] },
      { ...relays('MsgAcknowledgement'), rows: [drop(packetCommitments, COMMITMENT)] },
      relays('MsgAcknowledgement'),
    ),
    no: provider({ ...relays('MsgAcknowledgement'), rows: [drop(packetCommitments, COMMITMENT)] }),
  },
  'slash-ack-waits-for-update': {
    yes: provider({ rows: [...launched('0', {}), acked, put(valsetUpdateId, SINGLETON, 2n)] }),
    no: provider({ rows: [...launched('0', {}), acked] }),
  },
  'last-validator-leaves': {
    yes: consumer({ updates: [{ pubKey: 'aa', power: 1n }] }, { updates: [{ pubKey: 'aa', power: 0n }] }),
    no: [
      consumer({ updates: [{ pubKey: 'aa', power: 1n }] }, { updates: [{ pubKey: 'aa', power: 2n }] }),
      consumer(
        {
          updates: [
            { pubKey: 'aa', power: 1n },
            { pubKey: 'bb', power: 1n },
          ],
        },
        { updates: [{ pubKey: 'aa', power: 0n }] },
      ),
      consumer({}, {}),
    ],
  },
  'missed-blocks-misplaced': {
    yes: provider({ rows: [signingWindow(4n)] }, missing, { rows: [signingWindow(2n)] }, ...signing(2, 1n)),
    no: [
      provider({ rows: [signingWindow(4n)] }, missing, { rows: [signingWindow(2n)] }, ...signing(2, 0n)),
      provider({ rows: [signingWindow(4n)] }, missing, ...signing(4, 1n)),
    ],
  },
  'downtime-spares-tokens': {
    yes: provider({ rows: reportable(0n) }, answering('handled', [slashFor(1)], [inJail])),
    no: provider({ rows: reportable(1n) }, answering('handled', [slashFor(1)], [inJail])),
  },
  'downtime-tombstone-ignored': {
    yes: provider({ rows: reportable(0n, true) }, answering('handled', [slashFor(1)], [inJail])),
    no: provider({ rows: reportable(0n) }, answering('handled', [slashFor(1)], [inJail])),
  },
  'first-set-dates-from-channel': {
    yes: provider({ rows: reportable(0n) }, answering('handled', [slashFor(1, { valsetUpdateId: 0n })])),
    no: provider({ rows: reportable(0n) }, answering('handled', [slashFor(1)])),
  },
  'consensus-state-pruned-early': {
    yes: consumer({ rows: [client, consensus] }, { seconds: 98, rows: [drop(consensusStates, CONSENSUS)] }),
    no: consumer({ rows: [client, consensus] }, { seconds: 99, rows: [drop(consensusStates, CONSENSUS)] }),
  },
});

test('tokens-outrank-power also happens where an active validator is left out', () => {
  expect(reaches(tokensOutrankPower, leftOut(5).events)).toBe(true);
  expect(reaches(tokensOutrankPower, leftOut(4).events)).toBe(false);
});

test('every deviation has a unique name and says what the releases do, which rule that breaks, and who says so', () => {
  expect(new Set(DEVIATIONS.map(({ name }) => name)).size).toBe(DEVIATIONS.length);
  for (const { name, describes, breaks, source, appliesTo, trace } of DEVIATIONS) {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(describes).toMatch(/^[A-Z].* should .*\. .*\breleases\b.*\.$/u);
    expect(breaks).toMatch(/^(ICS-|ADR-)\d/u);
    expect(source).toMatch(/^(ADR-\d|observed: )/u);
    expect(appliesTo).not.toBe('');
    expect(trace).not.toBe('');
  }
});

test('properties that a deviation breaks have a monitor', () => {
  const judged = PROPERTIES.flatMap(({ name, status }) => (status === 'executable' ? [name] : []));
  for (const { breaksProperties = [] } of DEVIATIONS)
    expect(judged).toEqual(expect.arrayContaining([...breaksProperties]));
});
