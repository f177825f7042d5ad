import { SINGLETON } from '../key.ts';
import type { RowChange } from '../block.ts';
import type { ConsumerParamsRow } from '../tables/consumer.ts';
import { consumerParams, lastTransmission } from '../tables/consumer.ts';
import { outstandingRewards } from '../tables/distribution.ts';
import { connections } from '../tables/ibc/connection.ts';
import {
  allowlistedRewardDenoms,
  clientToConsumer,
  consumerCommissionRates,
  consumerRewardDenoms,
  consumerValidators,
} from '../tables/provider.ts';
import { validatorsByConsensusAddress, validators } from '../tables/staking/validator.ts';
import { channelEnd } from '../testing/chains.ts';
import { member, params, phase, staked } from '../testing/provider-rows.ts';
import { drop, put } from '../testing/story.ts';
import {
  allocation,
  balance,
  memoFor,
  POOL,
  pool,
  settles,
  takes,
  transferPacket,
  VOUCHER,
} from '../testing/transfers.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { ONE } from '../value.ts';
import { REWARD_WITNESSES } from './rewards.ts';

const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';
const reward = transferPacket();
const uatom = transferPacket({ denom: 'uatom' });
const theirs = transferPacket({ denom: 'transfer/channel-1/stake' });

const settings: RowChange = put(consumerParams, SINGLETON, {
  provider_fee_pool_addr_str: POOL,
  reward_denoms: ['stake'],
  distribution_transmission_channel: 'channel-1',
} as unknown as ConsumerParamsRow);
const due = (state: 'STATE_OPEN' | 'STATE_INIT') => [
  settings,
  balance('cons_to_send_to_provider', 'stake', 5n),
  channelEnd('transfer', 'channel-1', 'transfer', 'channel-1', state),
  put(lastTransmission, SINGLETON, { height: 1n }),
];

/** The transfer channel uses the client of consumer 0, and the coins arrive in the rewards pool. */
const behind: readonly RowChange[] = [
  channelEnd('transfer', 'channel-1', 'transfer', 'channel-1', 'STATE_OPEN'),
  put(connections, 'connection-0', {
    client_id: '07-tendermint-0',
    versions: [],
    state: 'STATE_OPEN',
    counterparty: { client_id: '', connection_id: '', prefix: { key_prefix: '' } },
    delay_period: 0n,
  }),
  put(clientToConsumer, '07-tendermint-0', '0'),
  ...pool(VOUCHER, 5n),
];
const arrives = (memo: string, consumerId?: string) =>
  provider({
    ...takes(transferPacket({ memo })),
    rows: [...behind, ...(consumerId === undefined ? [] : [allocation(consumerId, VOUCHER, 5n * ONE)])],
  });

const waits = allocation('0', VOUCHER, 5n * ONE);
const paid = allocation('0', VOUCHER, 0n);
const earned = put(outstandingRewards, 'aa', { rewards: [{ denom: VOUCHER, amount: ONE }] });
const earnedElsewhere = put(outstandingRewards, 'aa', { rewards: [{ denom: 'stake', amount: ONE }] });
const pays = (rows: readonly RowChange[], before: readonly RowChange[] = []) =>
  provider({ rows: [waits, ...before] }, { rows });
const allows = put(allowlistedRewardDenoms, '0', { denoms: [VOUCHER] });
const fee = (...modules: string[]) => consumer({ rows: modules.map((module) => balance(module, 'stake', 3n)) });
const joined = (height: bigint): RowChange =>
  put(consumerValidators, consumerValidators.key('0', 'aa'), {
    provider_cons_addr: 'aa',
    power: 1n,
    public_key: { ed25519: 'aa' },
    join_height: height,
  });
const patience = params(1, 100, 5);
const operates = (name: string) => put(validatorsByConsensusAddress, name, name);
const validates = (name: string) => [member('0', name, 1), operates(name)];
const asks = (consumerId: string, address: string) =>
  put(consumerCommissionRates, consumerCommissionRates.key(consumerId, address), ONE);

testWitnesses(REWARD_WITNESSES, {
  'rewards-sent': {
    yes: consumer({ sent: [reward] }),
    no: consumer({ ...sends('/ibc.applications.transfer.v1.MsgTransfer', '', { sender: 'sender' }), sent: [reward] }),
  },
  'rewards-sent-in-two-denominations': {
    yes: consumer({ sent: [reward, uatom] }),
    no: consumer({ sent: [reward] }, { sent: [uatom] }),
  },
  'rewards-of-provider-denomination-sent': { yes: consumer({ sent: [theirs] }), no: consumer({ sent: [reward] }) },
  'rewards-refunded': {
    yes: consumer({ rows: [settings] }, settles(reward, 'MsgTimeout')),
    no: consumer({ rows: [settings] }, settles(transferPacket({ receiver: 'other' }), 'MsgTimeout')),
  },
  'rewards-due-without-channel': {
    yes: consumer({ rows: due('STATE_INIT') }),
    no: consumer({ rows: due('STATE_OPEN') }),
  },
  'consumer-keeps-its-fees': {
    yes: fee('cons_redistribute'),
    no: fee('cons_redistribute', 'cons_to_send_to_provider'),
  },
  'consumer-gives-its-fees': {
    yes: fee('cons_to_send_to_provider'),
    no: fee('cons_redistribute', 'cons_to_send_to_provider'),
  },
  'rewards-named-by-memo': { yes: arrives(memoFor('0'), '0'), no: arrives(memoFor('1'), '1') },
  'rewards-named-by-channel': { yes: arrives('', '0'), no: arrives('') },
  'rewards-for-another-consumer': { yes: arrives(memoFor('1'), '1'), no: arrives(memoFor('0'), '0') },
  'rewards-allocated-to-nobody': { yes: arrives('{}'), no: arrives('', '0') },
  'rewards-paid': { yes: pays([paid, earned]), no: pays([paid, earnedElsewhere]) },
  'rewards-paid-to-community-alone': { yes: pays([paid, earnedElsewhere]), no: pays([paid, earned]) },
  'rewards-paid-with-commission-of-consumer': {
    yes: pays([paid, earned], [...validates('aa'), asks('0', 'aa')]),
    no: [
      pays([paid, earned], [...validates('aa'), asks('1', 'aa')]),
      pays([paid, earned], [...validates('aa'), ...validates('bb'), asks('0', 'bb')]),
      pays([paid, earned], [operates('aa'), asks('0', 'aa')]),
      pays([paid, earned], [...validates('aa'), asks('0', 'aa'), patience]),
      pays([paid, earned, asks('0', 'aa')], validates('aa')),
    ],
  },
  'newcomer-not-paid': {
    yes: pays([paid, earned], [patience, joined(1n)]),
    no: pays([paid, earned], [patience, joined(-9n)]),
  },
  'jailed-validator-paid': {
    yes: pays([paid], [member('0', 'aa', 1), put(validatorsByConsensusAddress, 'aa', 'bb'), jailed(true)]),
    no: pays([paid], [member('0', 'aa', 1), put(validatorsByConsensusAddress, 'aa', 'bb'), jailed(false)]),
  },
  'remainder-carried': { yes: pays([allocation('0', VOUCHER, 7n)]), no: pays([paid]) },
  'several-consumers-paid': {
    yes: pays([paid, allocation('1', VOUCHER, 0n)], [allocation('1', VOUCHER, 3n * ONE)]),
    no: pays([paid], [allocation('1', VOUCHER, 3n * ONE)]),
  },
  'rewards-of-stopped-consumer-paid': {
    yes: pays([paid], [phase('0', 'CONSUMER_PHASE_STOPPED')]),
    no: pays([paid], [phase('0', 'CONSUMER_PHASE_LAUNCHED')]),
  },
  'denomination-allowed-after-arrival': { yes: pays([allows]), no: provider({ rows: [allows] }, { rows: [waits] }) },
  'denomination-allowed-by-governance': {
    yes: provider({ rows: [put(consumerRewardDenoms, VOUCHER, '')] }),
    no: provider({ rows: [drop(consumerRewardDenoms, VOUCHER)] }),
  },
  'denomination-taken-back-by-governance': {
    yes: provider({ rows: [drop(consumerRewardDenoms, VOUCHER)] }),
    no: provider({ rows: [put(consumerRewardDenoms, VOUCHER, '')] }),
  },
  'denomination-taken-back-by-owner': {
    yes: provider({ rows: [allows] }, { rows: [drop(allowlistedRewardDenoms, '0')] }),
    no: provider({ rows: [drop(allowlistedRewardDenoms, '0')] }, { rows: [allows] }),
  },
  'deleted-with-rewards': {
    yes: pays([phase('0', 'CONSUMER_PHASE_DELETED')]),
    no: pays([phase('1', 'CONSUMER_PHASE_DELETED')]),
  },
  'too-many-denominations-refused': {
    yes: provider(
      sends(UPDATE, 'provider/45', { allowlisted_reward_denoms: { denoms: ['one', 'two', 'three', 'four'] } }),
    ),
    no: provider(sends(UPDATE, 'provider/45', { allowlisted_reward_denoms: { denoms: ['one'] } })),
  },
});

function jailed(is: boolean): RowChange {
  return put(validators, 'bb', staked('aa', 1, { jailed: is }));
}
