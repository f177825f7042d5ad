import { SINGLETON } from '../../../specs/key.ts';
import { stakedGenesis } from '../../../specs/genesis.ts';
import { stakingParams } from '../../../specs/tables/staking/chain.ts';
import { lastTotalPower } from '../../../specs/tables/staking/validator.ts';
import type { Context, Module } from '../../context.ts';
import { moduleAccount } from '../auth/accounts.ts';
import { cancelUnbonding, type MsgCancelUnbondingDelegation } from './cancel-unbonding.ts';
import { createValidator, type MsgCreateValidator } from './create-validator.ts';
import { delegateMessage, type MsgDelegate } from './delegate.ts';
import { editValidator } from './edit-validator.ts';
import { EXPORTED, queueAgain } from './exported-genesis.ts';
import { trackHistoricalInfo } from './historical-info.ts';
import type { StakingHooks } from './hooks.ts';
import { completeMature } from './mature.ts';
import { redelegate, type MsgBeginRedelegate } from './redelegate.ts';
import { undelegateMessage, type MsgUndelegate } from './undelegate.ts';
import { updateStakingParams } from './update-params.ts';
import { updateBondedSet } from './update-set.ts';

/**
 * The staking module of the provider. It returns no validator updates to the consensus engine: the provider module
 * does that in its place (ICS-028), from the tables that this one writes.
 */
export function stakingModule(hooks: StakingHooks): Module {
  return {
    name: 'staking',
    initGenesis(context, genesis) {
      const staked = stakedGenesis(genesis);
      if (staked === undefined) return undefined;
      context.draft.set(stakingParams, SINGLETON, { ...staked.staking });
      context.draft.set(lastTotalPower, SINGLETON, { int: 0n });
      moduleAccount(context, 'bonded_tokens_pool');
      moduleAccount(context, 'not_bonded_tokens_pool');
      updateBondedSet(context, hooks);
      return undefined;
    },
    exports: () => EXPORTED,
    importGenesis(context) {
      queueAgain(context);
      return undefined;
    },
    beginBlock: trackHistoricalInfo,
    endBlock(context) {
      updateBondedSet(context, hooks);
      completeMature(context, hooks);
      return undefined;
    },
    handlers: {
      '/cosmos.staking.v1beta1.MsgCreateValidator': (context: Context, message: MsgCreateValidator) =>
        createValidator(context, hooks, message),
      '/cosmos.staking.v1beta1.MsgEditValidator': editValidator,
      '/cosmos.staking.v1beta1.MsgDelegate': (context: Context, message: MsgDelegate) =>
        delegateMessage(context, hooks, message),
      '/cosmos.staking.v1beta1.MsgUndelegate': (context: Context, message: MsgUndelegate) =>
        undelegateMessage(context, hooks, message),
      '/cosmos.staking.v1beta1.MsgBeginRedelegate': (context: Context, message: MsgBeginRedelegate) =>
        redelegate(context, hooks, message),
      '/cosmos.staking.v1beta1.MsgCancelUnbondingDelegation': (
        context: Context,
        message: MsgCancelUnbondingDelegation,
      ) => cancelUnbonding(context, hooks, message),
      '/cosmos.staking.v1beta1.MsgUpdateParams': updateStakingParams,
    },
  };
}
