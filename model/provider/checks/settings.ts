import type { ConsumerMetadataRow, PowerShapingRow, SlashJailRow } from '../../../specs/tables/provider.ts';
import { ONE } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import { checkChannelId, checkConnectionId } from '../../ibc/identifier.ts';
import { isDenom } from '../../sdk/coins.ts';
import { parseDecimal } from '../../sdk/decimal-text.ts';
import { ensure } from '../errors.ts';
import type { Infractions, Initialization, RewardDenoms } from '../messages/types.ts';
import { isText } from './chain-id.ts';

const MAX_HASH = 64;
const MAX_VALIDATORS = 1000;
const MAX_REWARD_DENOMS = 3;

/** Checks metadata: three texts that are neither blank nor too long. */
export function checkMetadata({ name, description, metadata }: ConsumerMetadataRow): void {
  check(isText(name, 50) && isText(description, 10_000) && isText(metadata, 255), 'the metadata');
}

/** Checks initialization parameters, all but that the initial height fits the chain id. */
export function checkInitialization(parameters: Initialization): void {
  const { initial_height: height, connection_id, distribution_transmission_channel: channel } = parameters;
  check(height.revision_number !== 0n || height.revision_height !== 0n, 'the initial height');
  check(parameters.genesis_hash.length <= 2 * MAX_HASH, 'the hash of the genesis');
  check(parameters.binary_hash.length <= 2 * MAX_HASH, 'the hash of the binary');
  const fraction = parseDecimal(parameters.consumer_redistribution_fraction);
  check(fraction !== undefined && isFraction(fraction), 'the redistribution fraction');
  check(parameters.blocks_per_distribution_transmission > 0n, 'the blocks per transmission');
  if (channel !== '') checkChannelId(channel);
  check(parameters.historical_entries > 0n, 'the historical entries');
  check(parameters.ccv_timeout_period > 0n, 'the CCV timeout');
  check(parameters.transfer_timeout_period > 0n, 'the transfer timeout');
  check(parameters.unbonding_period > 0n, 'the unbonding period');
  if (connection_id.trim() !== '') checkConnectionId(connection_id);
}

/** Checks power shaping parameters (ADR-015): nobody has to validate, or the top 50 to 100 percent. */
export function checkPowerShaping(shaping: PowerShapingRow): void {
  const { top_N: topN } = shaping;
  check(topN === 0 || (topN >= 50 && topN <= 100), 'the top N');
  check(shaping.validators_power_cap <= 100, 'the power cap');
  for (const list of [shaping.allowlist, shaping.denylist, shaping.prioritylist]) {
    check(list.length <= MAX_VALIDATORS, 'the length of a list');
    check(list.every(isConsensusAddress), 'an address in a list');
  }
}

/** Checks infraction parameters (ADR-020), those that are given. */
export function checkInfractions({ double_sign, downtime }: Infractions): void {
  for (const parameters of [double_sign, downtime]) if (parameters !== null) checkSlashJail(parameters);
}

/** Checks the reward denominations that an owner allows for its consumer. */
export function checkRewardDenoms({ denoms }: RewardDenoms): void {
  check(denoms.length <= MAX_REWARD_DENOMS, 'the number of denominations');
  check(denoms.every(isRewardDenom), 'a denomination');
}

/** Whether a decimal is from 0 to 1. */
export function isFraction(value: bigint): boolean {
  return value >= 0n && value <= ONE;
}

function checkSlashJail({ jail_duration, slash_fraction }: SlashJailRow): void {
  check(jail_duration >= 0n, 'the jail duration');
  check(isFraction(slash_fraction), 'the slash fraction');
}

/** Only a provider has these messages, so the prefix is known. */
function isConsensusAddress(text: string): boolean {
  return addressOf('cosmosvalcons', text) !== undefined;
}

/** A voucher must name the hash of its path. */
function isRewardDenom(denom: string): boolean {
  if (!isDenom(denom) || denom === 'ibc') return false;
  return !denom.startsWith('ibc/') || /^[0-9a-fA-F]{64}$/u.test(denom.slice('ibc/'.length));
}

/** The error of the message wraps all of these errors. */
function check(condition: boolean, what: string): asserts condition {
  ensure(condition, 'unregistered', `${what} is not valid`);
}
