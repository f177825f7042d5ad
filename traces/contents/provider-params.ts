import * as fc from 'fast-check';
import type { ProviderParamsContent } from '../../specs/generated/trace.ts';
import { providerParams } from '../../specs/tables/provider/module.ts';
import { SECOND } from '../../specs/value.ts';
import { paramsFromGenesis } from '../../model/provider/params.ts';
import type { ContentKind } from './content.ts';
import { present, rarely } from '../draw/index.ts';
import { fraction } from '../format/fields.ts';
import { validators } from '../view/index.ts';
import { presentParams } from './parameters.ts';

const TYPE = '/interchain_security.ccv.provider.v1.MsgUpdateParams';

const rare0 = { weight: 1, arbitrary: fc.constant(0) };
const count = { type: 'integer', minimum: 0, maximum: 1_000_000 } as const;
const period = { type: 'integer', minimum: 0, maximum: 315_360_000 } as const;

/** The smallest positive decimal. */
const LEAST = '0.000000000000000001';

/** `interchain_security.ccv.provider.v1.MsgUpdateParams`. */
export const providerParamsContent: ContentKind<ProviderParamsContent> = {
  message: 'provider-params',
  title: 'ProviderParamsContent',
  describes: 'New parameters of the provider module (MsgUpdateParams); omitted fields do not change.',
  type: TYPE,
  fields: {
    blocksPerEpoch: count,
    maxProviderConsensusValidators: count,
    epochsToRewards: count,
    ccvTimeoutSeconds: period,
    replenishSeconds: period,
    replenishFraction: fraction,
    trustingFraction: fraction,
    trustLevel: {
      type: 'integer',
      minimum: 0,
      maximum: 10,
      description: 'The trust level of a client, in tenths of the power.',
    },
  },
  optional: [
    'blocksPerEpoch',
    'maxProviderConsensusValidators',
    'epochsToRewards',
    'ccvTimeoutSeconds',
    'replenishSeconds',
    'replenishFraction',
    'trustingFraction',
    'trustLevel',
  ],
  weight: () => 3,
  draw: (world) =>
    fc
      .record({
        message: fc.constant('provider-params' as const),
        blocksPerEpoch: rarely(40, fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 6 }) }, rare0)),
        maxProviderConsensusValidators: rarely(
          40,
          fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: validators(world).length + 1 }) }, rare0),
        ),
        epochsToRewards: rarely(10, fc.constantFrom(0, 1, 24)),
        ccvTimeoutSeconds: rarely(20, fc.constantFrom(0, 60, 3_600, 2_419_200)),
        replenishSeconds: rarely(20, fc.constantFrom(0, 1, 3_600)),
        replenishFraction: rarely(20, fc.constantFrom('0', LEAST, '0.05', '0.5', '1', '1.1')),
        trustingFraction: rarely(10, fc.constantFrom('0', '0.5', '0.66', '1', '2')),
        trustLevel: rarely(10, fc.constantFrom(0, 3, 4, 10)),
      })
      .map(present),
  build(world, content, authority) {
    const before = presentParams(world, providerParams, ({ provider }) => paramsFromGenesis(provider));
    const { blocksPerEpoch, maxProviderConsensusValidators: most, epochsToRewards } = content;
    const { ccvTimeoutSeconds: timeout, replenishSeconds: replenish, trustLevel } = content;
    return {
      '@type': TYPE,
      authority,
      params: {
        ...before,
        ...(trustLevel !== undefined && {
          template_client: {
            ...before.template_client,
            trust_level: { numerator: BigInt(trustLevel), denominator: 10n },
          },
        }),
        ...(blocksPerEpoch !== undefined && { blocks_per_epoch: BigInt(blocksPerEpoch) }),
        ...(most !== undefined && { max_provider_consensus_validators: BigInt(most) }),
        ...(epochsToRewards !== undefined && {
          number_of_epochs_to_start_receiving_rewards: BigInt(epochsToRewards),
        }),
        ...(timeout !== undefined && { ccv_timeout_period: BigInt(timeout) * SECOND }),
        ...(replenish !== undefined && { slash_meter_replenish_period: BigInt(replenish) * SECOND }),
        slash_meter_replenish_fraction: content.replenishFraction ?? before.slash_meter_replenish_fraction,
        trusting_period_fraction: content.trustingFraction ?? before.trusting_period_fraction,
      },
    };
  },
};
