import * as fc from 'fast-check';
import { CHANGEOVER } from '../../specs/changeover.ts';
import type { UpgradeContent } from '../../specs/generated/trace.ts';
import { NO_TIME } from '../../specs/value.ts';
import type { ContentKind } from './content.ts';
import { chainName } from '../format/fields.ts';
import { isLifted } from '../generate/lifted.ts';

const TYPE = '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade';

/** `cosmos.upgrade.v1beta1.MsgSoftwareUpgrade`. */
export const upgradeContent: ContentKind<UpgradeContent> = {
  message: 'upgrade',
  title: 'UpgradeContent',
  describes: 'A standalone chain plans to become a consumer N blocks later (MsgSoftwareUpgrade, ADR-010).',
  type: TYPE,
  fields: {
    chain: chainName,
    blocks: {
      type: 'integer',
      minimum: -1000,
      maximum: 1000,
      description: 'The upgrade height, in blocks after the newest one.',
    },
  },
  // Only for standalone chains: any other chain would stop forever at the upgrade height.
  weight: (world) => (isLifted(world, 'upgrade-plans') ? 1 : 0),
  draw: () => fc.record({ message: fc.constant('upgrade' as const), chain: fc.constant('c0'), blocks: fc.constant(6) }),
  build: (world, { chain, blocks }, authority) => ({
    '@type': TYPE,
    authority,
    plan: {
      name: CHANGEOVER,
      time: NO_TIME,
      height: (world.chains.get(chain)?.height ?? 0n) + BigInt(blocks),
      info: '',
      upgraded_client_state: null,
    },
  }),
};
