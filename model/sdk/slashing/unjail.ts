import type { Context, MessageOf } from '../../context.ts';
import { truncateInt } from '../decimal.ts';
import { ensure } from '../errors.ts';
import { sharesOf } from '../staking/delegations.ts';
import { unjailValidator } from '../staking/jail.ts';
import { tokensFromShares } from '../staking/shares.ts';
import { consensusAddressOf, operatorOf, validatorAt } from '../staking/validators.ts';
import { signingInfoOf } from './signing-info.ts';

/** `cosmos.slashing.v1beta1.MsgUnjail`. */
export type MsgUnjail = MessageOf<{ readonly validator_addr: string }>;

/**
 * Handles `MsgUnjail`. An unknown validator and a missing delegation of its own are refused with the codes of the
 * staking module: those that the slashing module has for them are never reached.
 */
export function unjail(context: Context, { validator_addr }: MsgUnjail): void {
  const operator = operatorOf(context, validator_addr);
  const validator = validatorAt(context, operator);
  const shares = sharesOf(context, operator, operator);
  ensure(shares !== undefined, 'noDelegation', 'it does not delegate to itself');
  const own = truncateInt(tokensFromShares(validator, shares));
  ensure(own >= validator.min_self_delegation, 'selfDelegationTooLowToUnjail', 'it delegates too little to itself');
  ensure(validator.jailed, 'notJailed', 'it is not in jail');
  const info = signingInfoOf(context, consensusAddressOf(validator));
  ensure(!(info?.tombstoned ?? false), 'stillJailed', 'it is barred for ever');
  ensure(info === undefined || context.block.time >= info.jailed_until, 'stillJailed', 'its time is not over');
  unjailValidator(context, operator, validator);
}
