import { SINGLETON } from '../key.ts';
import type { RowChange } from '../block.ts';
import { writeValidatorSetChange } from '../ccv-packet.ts';
import {
  crossChainValidators,
  outstandingDowntime,
  pendingPackets,
  type PendingPacketRow,
} from '../tables/consumer.ts';
import {
  consumerAddressesToPrune,
  lastProviderConsensusValidators,
  providerParams,
  slashMeter,
  slashMeterReplenishTime,
  validatorsByConsumerAddress,
  valsetUpdateId,
  type ProviderParamsRow,
} from '../tables/provider.ts';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import {
  delegations,
  redelegationsBySource,
  unbondingDelegations,
  type DelegationRow,
  type UnbondingEntry,
} from '../tables/staking/delegation.ts';
import { lastValidatorPowers, validators } from '../tables/staking/validator.ts';
import { establishedChannel, validator } from '../testing/chains.ts';
import { bonded, launched, phase, staked } from '../testing/provider-rows.ts';
import { answering, slashPacket } from '../testing/slashes.ts';
import { drop, put, vscPacket, type Happening } from '../testing/story.ts';
import { consumer, provider, testWitnesses } from '../testing/witnesses.ts';
import { CONSUMER_DOWNTIME_WITNESSES } from './consumer-downtime.ts';

const start: Happening = { rows: [...launched('0', { aa: 5 }), ...launched('1', { aa: 5 }), ...bonded('aa', 5)] };
const packet = slashPacket(1);
const tombstone = (tombstoned: boolean) => put(signingInfos, 'aa', { tombstoned } as SigningInfoRow);
const jailed = put(validators, 'aa', staked('aa', 5, { jailed: true }));
const left = drop(lastValidatorPowers, 'aa');
const withTokens = (tokens: bigint) => put(validators, 'aa', staked('aa', 5, { jailed: true, tokens }));
const missing = (offset: bigint, missed: bigint) =>
  put(signingInfos, 'aa', { index_offset: offset, missed_blocks_counter: missed } as SigningInfoRow);
const asked = (index: number) => put(pendingPackets, pendingPackets.key(BigInt(index)), {} as PendingPacketRow);
const flag = put(outstandingDowntime, 'aa', '');
const noFlag = drop(outstandingDowntime, 'aa');
const absent: Happening = { votes: [{ address: 'aa', power: 5n, signed: false }] };
const acks = (...slashAcks: string[]) => ({
  ...vscPacket(1, 1, {}),
  data: writeValidatorSetChange({ updates: [], valsetUpdateId: 1n, slashAcks }),
});
const notRun = drop(lastProviderConsensusValidators, 'aa');
const SECOND = 1_000_000_000n;
const meterIs = (value: bigint): Happening => ({ rows: [put(slashMeter, SINGLETON, value)] });
const everyTenSeconds = put(providerParams, SINGLETON, {
  slash_meter_replenish_period: 10n * SECOND,
} as ProviderParamsRow);
const meterDue = (value: bigint, seconds: bigint): Happening => ({
  rows: [put(slashMeter, SINGLETON, value), put(slashMeterReplenishTime, SINGLETON, seconds * SECOND)],
});
const unbondingOf = (balance: bigint): RowChange =>
  put(unbondingDelegations, unbondingDelegations.key('dd', 'aa'), {
    delegator_address: 'dd',
    validator_address: 'aa',
    entries: [{ balance, initial_balance: 9n } as UnbondingEntry],
  });
const shares = put(delegations, delegations.key('dd', 'bb'), {} as DelegationRow);
const moved = put(redelegationsBySource, redelegationsBySource.key('aa', 'dd', 'bb'), '');
const updateIs = (id: bigint) => put(valsetUpdateId, SINGLETON, id);
const keyOf = (address: string) =>
  put(validatorsByConsumerAddress, validatorsByConsumerAddress.key('0', address), 'aa');
const oldKey = put(consumerAddressesToPrune, consumerAddressesToPrune.key('0', 7n), { addresses: ['cc'] });
const forOldKey = slashPacket(1, { address: 'cc' });

testWitnesses(CONSUMER_DOWNTIME_WITNESSES, {
  'signed-again-in-time': {
    yes: consumer({ rows: [missing(2n, 2n)] }, { rows: [missing(3n, 1n)] }),
    no: consumer({ rows: [missing(2n, 2n)] }, { rows: [missing(0n, 0n)] }),
  },
  'two-reported-in-one-block': {
    yes: consumer({ rows: [asked(0), asked(1)] }),
    no: consumer({ rows: [asked(0)] }, { rows: [asked(1)] }),
  },
  'down-while-reported': { yes: consumer({ ...absent, rows: [flag] }), no: consumer({ rows: [flag] }) },
  'down-before-first-vsc': {
    yes: consumer({ rows: [asked(0)] }),
    no: consumer({ rows: [...establishedChannel(), asked(0)] }),
  },
  'slash-packet-retried': {
    yes: consumer({ sent: [packet] }, { sent: [slashPacket(2)] }),
    no: consumer({ sent: [packet] }, { sent: [slashPacket(2, { address: 'bb' })] }),
  },
  'downtime-flag-cleared': {
    yes: consumer({ rows: [flag] }, { rows: [noFlag], received: [acks('cosmosvalcons1aa')] }),
    no: consumer({ rows: [flag] }, { rows: [noFlag], received: [acks()] }),
  },
  'downtime-flag-outlives-membership': {
    yes: consumer({ rows: [flag, validator('aa', 5)] }, { rows: [drop(crossChainValidators, 'aa')] }),
    no: consumer({ rows: [validator('aa', 5)] }, { rows: [drop(crossChainValidators, 'aa')] }),
  },
  'slash-packet-of-initial-set': {
    yes: provider(start, answering('handled', [slashPacket(1, { valsetUpdateId: 0n })])),
    no: provider(start, answering('bounced', [slashPacket(1, { valsetUpdateId: 0n })])),
  },
  'slash-packet-of-old-set': {
    yes: provider(start, answering('handled', [packet], [updateIs(4n)])),
    no: provider(start, answering('handled', [packet], [updateIs(3n)])),
  },
  'slash-packet-for-jailed': {
    yes: provider(start, { rows: [jailed] }, answering('handled', [packet])),
    no: provider(start, answering('handled', [packet], [jailed])),
  },
  'slash-packet-for-tombstoned': {
    yes: provider(start, answering('handled', [packet], [tombstone(true)])),
    no: provider(start, answering('handled', [packet], [tombstone(false)])),
  },
  'slash-packet-for-unbonding': {
    yes: provider(start, { rows: [left] }, answering('handled', [packet], [jailed])),
    no: provider(start, answering('handled', [packet], [jailed, left])),
  },
  'slash-packet-for-inactive': {
    yes: provider(start, answering('handled', [packet], [jailed, left])),
    no: provider(start, answering('handled', [packet], [jailed, left, notRun])),
  },
  'slash-packet-for-unbonded': {
    yes: provider(start, { rows: [drop(validators, 'aa')] }, answering('handled', [packet])),
    no: provider(start, answering('handled', [packet])),
  },
  'slash-packet-for-non-member': {
    yes: provider(start, answering('handled', [slashPacket(1, { address: 'bb' })])),
    no: provider(start, answering('handled', [packet])),
  },
  'slash-packet-of-stopped-consumer': {
    yes: provider(start, answering('handled', [packet], [phase('0', 'CONSUMER_PHASE_STOPPED')])),
    no: provider(start, answering('handled', [packet])),
  },
  'slash-packet-with-old-key': {
    yes: provider(start, answering('handled', [forOldKey], [keyOf('cc'), oldKey, jailed])),
    no: provider(start, answering('handled', [forOldKey], [keyOf('cc'), jailed])),
  },
  'consumer-downtime-spares-tokens': {
    yes: provider(start, answering('handled', [packet], [jailed])),
    no: provider(start, answering('handled', [packet], [withTokens(1n)])),
  },
  'consumer-downtime-burns': {
    yes: provider(start, answering('handled', [packet], [withTokens(1n)])),
    no: provider(start, answering('handled', [packet], [withTokens(0n)])),
  },
  'consumer-downtime-burns-all': {
    yes: provider(start, answering('handled', [packet], [withTokens(0n)])),
    no: provider(start, answering('handled', [packet], [withTokens(1n)])),
  },
  'consumer-downtime-burns-unbonding': {
    yes: provider(start, answering('handled', [packet], [jailed, unbondingOf(8n)])),
    no: provider(start, answering('handled', [packet], [jailed, unbondingOf(9n)])),
  },
  'consumer-downtime-burns-redelegated': {
    yes: provider(start, { rows: [moved] }, answering('handled', [packet], [jailed, shares])),
    no: provider(start, answering('handled', [packet], [jailed, shares])),
  },
  'jailed-for-consumer-again': {
    yes: provider(start, answering('handled', [packet], [jailed]), answering('handled', [packet], [jailed])),
    no: provider(start, answering('handled', [packet], [jailed]), answering('handled', [packet])),
  },
  'reported-by-two-consumers': {
    yes: provider(start, answering('handled', [packet]), answering('handled', [slashPacket(1, {}, 'channel-1')])),
    no: provider(start, answering('handled', [packet]), answering('bounced', [slashPacket(1, {}, 'channel-1')])),
  },
  'slash-meter-negative': { yes: provider(meterIs(1n), meterIs(-1n)), no: provider(meterIs(1n), meterIs(0n)) },
  'slash-meter-empty': { yes: provider(meterIs(1n), meterIs(0n)), no: provider(meterIs(1n), meterIs(-1n)) },
  'slash-meter-replenished': { yes: provider(meterIs(-1n), meterIs(1n)), no: provider(meterIs(0n), meterIs(1n)) },
  'slash-meter-still-negative': {
    yes: provider(meterIs(-5n), meterIs(-1n)),
    no: provider(meterIs(-5n), meterIs(0n)),
  },
  'slash-meter-full-again': {
    yes: provider(meterDue(5n, 20n), meterDue(1n, 20n), meterDue(5n, 30n), meterDue(5n, 35n)),
    no: provider(meterDue(5n, 20n), meterDue(1n, 20n), { seconds: 20, ...meterDue(5n, 30n) }),
  },
  'slash-meter-replenished-late': {
    yes: provider({ rows: [everyTenSeconds] }, meterDue(-1n, 8n), { seconds: 20, ...meterDue(1n, 30n) }),
    no: provider({ rows: [everyTenSeconds] }, meterDue(-1n, 8n), { seconds: 16, ...meterDue(1n, 30n) }),
  },
  'consumers-compete-for-meter': {
    yes: provider(start, answering('handled', [packet]), answering('bounced', [slashPacket(1, {}, 'channel-1')])),
    no: provider(start, answering('handled', [packet]), answering('bounced', [slashPacket(2)])),
  },
});
