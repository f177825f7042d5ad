import type { Fault } from './fault.ts';
import { keyInUseUnnamed } from './answers/key-in-use-unnamed.ts';
import { packetUpdatesSorted } from './answers/packet-updates-sorted.ts';
import { removalNotReturned } from './answers/removal-not-returned.ts';
import { firstPowerWins } from './consumer/first-power-wins.ts';
import { heightOfFirstPacket } from './consumer/height-of-first-packet.ts';
import { historicalInfoStale } from './consumer/historical-info-stale.ts';
import { removedValidatorStays } from './consumer/removed-validator-stays.ts';
import { ackSequenceStuck } from './ibc/ack-sequence-stuck.ts';
import { acknowledgementsReversed } from './ibc/acknowledgements-reversed.ts';
import { commitmentOfLastPacket } from './ibc/commitment-of-last-packet.ts';
import { nextValidatorsHashStale } from './ibc/next-validators-hash-stale.ts';
import { processedTimeOfHeader } from './ibc/processed-time-of-header.ts';
import { engineSetTooLarge } from './provider/engine-set-too-large.ts';
import { failedLaunchStaysInitialized } from './provider/failed-launch-stays-initialized.ts';
import { givenUpKeyForgottenAtOnce } from './provider/given-up-key-forgotten-at-once.ts';
import { joinHeightForgotten } from './provider/join-height-forgotten.ts';
import { optOutForgotten } from './provider/opt-out-forgotten.ts';
import { packetTimesOutLate } from './provider/packet-times-out-late.ts';
import { removalMissingFromPacket } from './provider/removal-missing-from-packet.ts';
import { updateHeightOfFirstBlock } from './provider/update-height-of-first-block.ts';
import { updateIdCountsConsumers } from './provider/update-id-counts-consumers.ts';
import { emptyHolderListed } from './sdk/empty-holder-listed.ts';
import { returningValidatorKeepsStart } from './sdk/returning-validator-keeps-start.ts';
import { secondMissNotCounted } from './sdk/second-miss-not-counted.ts';
import { secondSequenceNotCounted } from './sdk/second-sequence-not-counted.ts';
import { supplyNeverFalls } from './sdk/supply-never-falls.ts';
import { commissionTimeKept } from './staking/commission-time-kept.ts';
import { emptyValidatorStays } from './staking/empty-validator-stays.ts';
import { jailedFlagLost } from './staking/jailed-flag-lost.ts';
import { maturedRedelegationStays } from './staking/matured-redelegation-stays.ts';
import { oneValidatorTooMany } from './staking/one-validator-too-many.ts';
import { powerRoundedUp } from './staking/power-rounded-up.ts';
import { redelegationEntryOverwritten } from './staking/redelegation-entry-overwritten.ts';
import { sharesCutToWhole } from './staking/shares-cut-to-whole.ts';
import { totalPowerNeverFalls } from './staking/total-power-never-falls.ts';
import { unbondingASecondLate } from './staking/unbonding-a-second-late.ts';
import { unbondingEntryOverwritten } from './staking/unbonding-entry-overwritten.ts';

/** Every fault that can be given to the model. A new one is a line here and a file beside it. */
export const FAULTS: readonly Fault[] = [
  powerRoundedUp,
  unbondingEntryOverwritten,
  unbondingASecondLate,
  redelegationEntryOverwritten,
  maturedRedelegationStays,
  commissionTimeKept,
  jailedFlagLost,
  emptyValidatorStays,
  totalPowerNeverFalls,
  oneValidatorTooMany,
  engineSetTooLarge,
  updateIdCountsConsumers,
  removalMissingFromPacket,
  updateHeightOfFirstBlock,
  givenUpKeyForgottenAtOnce,
  joinHeightForgotten,
  failedLaunchStaysInitialized,
  optOutForgotten,
  packetTimesOutLate,
  heightOfFirstPacket,
  firstPowerWins,
  removedValidatorStays,
  historicalInfoStale,
  commitmentOfLastPacket,
  ackSequenceStuck,
  acknowledgementsReversed,
  nextValidatorsHashStale,
  processedTimeOfHeader,
  supplyNeverFalls,
  emptyHolderListed,
  secondSequenceNotCounted,
  sharesCutToWhole,
  secondMissNotCounted,
  returningValidatorKeepsStart,
  keyInUseUnnamed,
  removalNotReturned,
  packetUpdatesSorted,
];
