import type { ExecutableProperty, Property } from '../property.ts';
import { applyVscLiveness } from './apply-vsc-liveness.ts';
import { applyVscOrder } from './apply-vsc-order.ts';
import { applyVscValidity } from './apply-vsc-validity.ts';
import { channelLiveness } from './channel-liveness.ts';
import { channelOrder } from './channel-order.ts';
import { channelUniqueness } from './channel-uniqueness.ts';
import { channelValidity } from './channel-validity.ts';
import { keyAssignmentRules } from './key-assignment-rules.ts';
import * as maturity from './maturity.ts';
import { partialSetSecurity } from './partial-set-security.ts';
import { provideVscUniformity } from './provide-vsc-uniformity.ts';
import { providerConsensusSet } from './provider-consensus-set.ts';
import * as rewards from './rewards.ts';
import * as slashing from './slashing.ts';
import * as stake from './stake.ts';
import { validatorSetReplication } from './validator-set-replication.ts';
import { validatorUpdateInclusion } from './validator-update-inclusion.ts';
import { validatorUpdateToVscLiveness } from './validator-update-to-vsc-liveness.ts';
import { validatorUpdateToVscOrder } from './validator-update-to-vsc-order.ts';
import { validatorUpdateToVscValidity } from './validator-update-to-vsc-validity.ts';

/** All named properties of ICS-028, and those that its ADRs and models add. */
export const PROPERTIES: readonly Property[] = [
  channelUniqueness,
  channelValidity,
  channelOrder,
  channelLiveness,
  validatorSetReplication,
  partialSetSecurity,
  providerConsensusSet,
  keyAssignmentRules,
  validatorUpdateInclusion,
  validatorUpdateToVscValidity,
  validatorUpdateToVscOrder,
  validatorUpdateToVscLiveness,
  provideVscUniformity,
  applyVscValidity,
  applyVscOrder,
  applyVscLiveness,
  ...Object.values(stake),
  ...Object.values(maturity),
  ...Object.values(slashing),
  ...Object.values(rewards),
];

/** Those that a monitor decides. */
export const EXECUTABLE_PROPERTIES: readonly ExecutableProperty[] = PROPERTIES.filter(
  (property) => property.status === 'executable',
);
