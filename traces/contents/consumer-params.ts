import { SINGLETON } from '../../specs/key.ts';
import { rowsOf } from '../../specs/rows.ts';
import * as fc from 'fast-check';
import type { ConsumerParamsContent } from '../../specs/generated/trace.ts';
import { consumerParams } from '../../specs/tables/consumer.ts';
import type { ContentKind } from './content.ts';
import { present, rarely, someRewardDenoms, someStartedConsumer } from '../draw/index.ts';
import { consumerName, fraction, plainDenoms } from '../format/fields.ts';

const TYPE = '/interchain_security.ccv.consumer.v1.MsgUpdateParams';

const SECOND = 1_000_000_000n;
const count = { type: 'integer', minimum: 0, maximum: 1_000_000 } as const;
const period = { type: 'integer', minimum: 0, maximum: 315_360_000 } as const;

/** `interchain_security.ccv.consumer.v1.MsgUpdateParams`. A provider can decode it, but has no handler for it. */
export const consumerParamsContent: ContentKind<ConsumerParamsContent> = {
  message: 'consumer-params',
  title: 'ConsumerParamsContent',
  describes: "New parameters of a consumer's CCV module (MsgUpdateParams); omitted fields do not change.",
  type: TYPE,
  fields: {
    consumer: consumerName,
    enabled: { type: 'boolean' },
    redistribution: fraction,
    blocksPerTransmission: count,
    transferTimeout: period,
    channel: { type: 'string', maxLength: 64, description: 'The channel that rewards are sent over.' },
    rewardDenoms: plainDenoms,
    providerRewardDenoms: plainDenoms,
    historicalEntries: count,
    retrySeconds: period,
  },
  optional: [
    'redistribution',
    'blocksPerTransmission',
    'transferTimeout',
    'channel',
    'rewardDenoms',
    'providerRewardDenoms',
    'historicalEntries',
    'retrySeconds',
  ],
  weight: (world) => (world.chains.size > 1 ? 0.5 : 0),
  draw: (world) =>
    fc
      .record({
        message: fc.constant('consumer-params' as const),
        consumer: someStartedConsumer(world),
        enabled: fc.boolean(),
        redistribution: rarely(40, fc.constantFrom('0', '1', '0.5', '0.333333333333333333', '1.1')),
        blocksPerTransmission: rarely(40, fc.constantFrom(0, 1, 2, 5)),
        transferTimeout: rarely(20, fc.constantFrom(0, 1, 30, 600)),
        channel: rarely(15, fc.constantFrom('channel-0', 'channel-1', 'channel-7', 'x')),
        denoms: rarely(40, someRewardDenoms(world)),
        historicalEntries: rarely(15, fc.constantFrom(0, 1, 3)),
        retrySeconds: rarely(15, fc.constantFrom(0, 1, 3_600)),
      })
      .map(({ denoms = {}, ...rest }) => present({ ...rest, ...denoms })),
  build(world, { consumer, enabled, ...changes }, authority) {
    const state = world.chains.get(consumer)?.model.state;
    const before = state === undefined ? undefined : rowsOf(state, consumerParams).get(SINGLETON);
    const { redistribution, blocksPerTransmission: blocks, transferTimeout: timeout, channel } = changes;
    const { rewardDenoms, providerRewardDenoms, historicalEntries, retrySeconds } = changes;
    return {
      '@type': TYPE,
      authority,
      params: {
        ...before,
        enabled,
        ...(redistribution !== undefined && { consumer_redistribution_fraction: redistribution }),
        ...(blocks !== undefined && { blocks_per_distribution_transmission: BigInt(blocks) }),
        ...(timeout !== undefined && { transfer_timeout_period: BigInt(timeout) * SECOND }),
        ...(channel !== undefined && { distribution_transmission_channel: channel }),
        ...(rewardDenoms !== undefined && { reward_denoms: rewardDenoms }),
        ...(providerRewardDenoms !== undefined && { provider_reward_denoms: providerRewardDenoms }),
        ...(historicalEntries !== undefined && { historical_entries: BigInt(historicalEntries) }),
        ...(retrySeconds !== undefined && { retry_delay_period: BigInt(retrySeconds) * SECOND }),
      },
    };
  },
};
