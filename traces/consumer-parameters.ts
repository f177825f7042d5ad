import type { Initialization, PowerShaping } from '../specs/generated/trace.ts';
import type { Value } from '../specs/value.ts';
import { bech32 } from '../model/bech32.ts';
import { revisionOf } from '../model/ibc/height.ts';
import { NO_TIME } from '../model/provider/lifecycle/initialize.ts';
import { DEFAULT_INITIALIZATION } from '../model/provider/messages/settings.ts';
import { amount, seconds, validatorNames } from './fields.ts';
import type { SchemaPart } from './action.ts';
import { consensusKey } from './keys.ts';
import type { World } from './world/world.ts';

const SECOND = 1_000_000_000n;

/** Small whole numbers that a 32-bit field may hold, sensible or not. */
const small: SchemaPart = { type: 'integer', minimum: 0, maximum: 1000 };

/** `ConsumerInitializationParameters`, as far as a trace chooses them. */
export const initializationSchema: SchemaPart = {
  title: 'Initialization',
  description: 'The initialization parameters of a consumer; those left out have the default of the program.',
  type: 'object',
  additionalProperties: false,
  required: ['spawn'],
  properties: {
    spawn: {
      type: ['integer', 'null'],
      minimum: -315_360_000,
      maximum: 315_360_000,
      description: 'When to launch, in seconds from now; null leaves the time unset.',
    },
    unbonding: { ...seconds, description: 'The unbonding period of the consumer in seconds.' },
    ccvTimeout: { ...seconds, description: 'After how many seconds a CCV packet times out.' },
    revision: { ...small, description: 'The revision of the initial height, by default that of the chain id.' },
  },
};

/** `PowerShapingParameters`. */
export const powerShapingSchema: SchemaPart = {
  title: 'PowerShaping',
  description: 'The power shaping parameters of a consumer (ADR-015, ADR-017); those left out are zero or empty.',
  type: 'object',
  additionalProperties: false,
  properties: {
    topN: small,
    powerCap: { ...small, description: 'The largest share of the power that a validator may have, in percent.' },
    setCap: { ...small, description: 'The largest number of validators.' },
    minStake: { ...amount, pattern: '^(0|[1-9][0-9]{0,18})$' },
    allowInactive: { type: 'boolean' },
    allow: validatorNames,
    deny: validatorNames,
    priority: validatorNames,
  },
};

/** The message for initialization parameters, with what the program takes for a default where the trace is silent. */
export function initializationMessage(
  world: World,
  chainId: string,
  initialization: Initialization | undefined,
): Value {
  if (initialization === undefined) return null;
  const { spawn, unbonding, ccvTimeout, revision } = initialization;
  return {
    ...DEFAULT_INITIALIZATION,
    initial_height: {
      revision_number: revision === undefined ? revisionOf(chainId) : BigInt(revision),
      revision_height: 1n,
    },
    spawn_time: spawn === null ? NO_TIME : world.clock + BigInt(spawn) * SECOND,
    ...(unbonding !== undefined && { unbonding_period: BigInt(unbonding) * SECOND }),
    ...(ccvTimeout !== undefined && { ccv_timeout_period: BigInt(ccvTimeout) * SECOND }),
  };
}

/** The message for power shaping parameters. Lists hold provider consensus addresses. */
export function powerShapingMessage(shaping: PowerShaping | undefined): Value {
  if (shaping === undefined) return null;
  return {
    top_N: shaping.topN ?? 0,
    validators_power_cap: shaping.powerCap ?? 0,
    validator_set_cap: shaping.setCap ?? 0,
    allowlist: consensusAddresses(shaping.allow),
    denylist: consensusAddresses(shaping.deny),
    min_stake: BigInt(shaping.minStake ?? 0),
    allow_inactive_vals: shaping.allowInactive ?? false,
    prioritylist: consensusAddresses(shaping.priority),
  };
}

function consensusAddresses(names: readonly string[] = []): string[] {
  return names.map((name) => bech32('cosmosvalcons', consensusKey(name).address));
}
