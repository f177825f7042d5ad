import { stakingParams } from '../../../specs/tables/staking/chain.ts';
import {
  delegations,
  delegationsByValidator,
  redelegations,
  redelegationsByDestination,
  redelegationsBySource,
  unbondingDelegations,
  unbondingDelegationsByValidator,
} from '../../../specs/tables/staking/delegation.ts';
import {
  lastTotalPower,
  lastValidatorPowers,
  validators,
  validatorsByConsensusAddress,
  validatorsByPower,
} from '../../../specs/tables/staking/validator.ts';
import type { Table } from '../../../specs/table.ts';
import type { Value } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { enqueueRedelegation } from './redelegate.ts';
import { enqueueValidator } from './transitions.ts';
import { enqueueUnbonding } from './undelegate.ts';

/**
 * The tables that the module exports. The export loses the historical info, the last validator updates and the ids of
 * unbonding operations, which start again from the first.
 */
export const EXPORTED: readonly Table[] = [
  stakingParams,
  lastTotalPower,
  lastValidatorPowers,
  validators,
  validatorsByConsensusAddress,
  validatorsByPower,
  delegations,
  delegationsByValidator,
  unbondingDelegations,
  unbondingDelegationsByValidator,
  redelegations,
  redelegationsBySource,
  redelegationsByDestination,
];

/** Queues all unbonding entries again, in the order of the store (SDK, `InitGenesis` of an exported genesis). */
export function queueAgain(context: Context): void {
  for (const [operator, validator] of inOrder(context, validators)) {
    if (validator.status === 'BOND_STATUS_UNBONDING') enqueueValidator(context, operator, validator);
  }
  for (const [, unbonding] of inOrder(context, unbondingDelegations)) {
    for (const { completion_time } of unbonding.entries) enqueueUnbonding(context, unbonding, completion_time);
  }
  for (const [key, { entries }] of inOrder(context, redelegations)) {
    const [delegator = '', source = '', destination = ''] = key.split('/');
    for (const { completion_time } of entries) {
      enqueueRedelegation(context, { delegator, source, destination }, completion_time);
    }
  }
}

function inOrder<Row extends Value>({ draft }: Context, table: Table<Row>): [string, Row][] {
  return [...draft.entries(table)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
