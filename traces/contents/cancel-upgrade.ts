import * as fc from 'fast-check';
import type { CancelUpgradeContent } from '../../specs/generated/trace.ts';
import type { ContentKind } from './content.ts';

const TYPE = '/cosmos.upgrade.v1beta1.MsgCancelUpgrade';

/** `cosmos.upgrade.v1beta1.MsgCancelUpgrade`. */
export const cancelUpgradeContent: ContentKind<CancelUpgradeContent> = {
  message: 'cancel-upgrade',
  title: 'CancelUpgradeContent',
  describes: 'The planned upgrade is cancelled (MsgCancelUpgrade).',
  type: TYPE,
  fields: {},
  weight: () => 0.2,
  draw: () => fc.constant({ message: 'cancel-upgrade' as const }),
  build: (_world, _content, authority) => ({ '@type': TYPE, authority }),
};
