import type { Module } from '../context.ts';
import { checkChangeRewardDenoms } from './checks/change-reward-denoms.ts';
import { checkCreateConsumer, checkRemoveConsumer, checkUpdateConsumer } from './checks/consumer-messages.ts';
import {
  checkAssignConsumerKey,
  checkOptIn,
  checkOptOut,
  checkSetCommissionRate,
} from './checks/validator-messages.ts';
import { checkDoubleVoting, submitDoubleVoting } from './equivocation/double-voting.ts';
import { checkConsumerMisbehaviour, submitMisbehaviour } from './equivocation/misbehaviour.ts';
import { assignConsumerKey } from './messages/assign-key.ts';
import { changeRewardDenoms } from './messages/change-reward-denoms.ts';
import { setCommissionRate } from './messages/commission.ts';
import { createConsumer } from './messages/create-consumer.ts';
import { optIn } from './messages/opt-in.ts';
import { optOut } from './messages/opt-out.ts';
import { removeConsumer } from './messages/remove-consumer.ts';
import { PACKAGE } from './messages/types.ts';
import { updateConsumer } from './messages/update-consumer.ts';
import { updateProviderParams } from './messages/update-params.ts';

/** The messages of the module, by type URL: what is checked without state, and what they do. */
export const providerMessages: Required<Pick<Module, 'checks' | 'handlers'>> = {
  checks: {
    [`${PACKAGE}.MsgCreateConsumer`]: checkCreateConsumer,
    [`${PACKAGE}.MsgUpdateConsumer`]: checkUpdateConsumer,
    [`${PACKAGE}.MsgRemoveConsumer`]: checkRemoveConsumer,
    [`${PACKAGE}.MsgOptIn`]: checkOptIn,
    [`${PACKAGE}.MsgOptOut`]: checkOptOut,
    [`${PACKAGE}.MsgAssignConsumerKey`]: checkAssignConsumerKey,
    [`${PACKAGE}.MsgSetConsumerCommissionRate`]: checkSetCommissionRate,
    [`${PACKAGE}.MsgChangeRewardDenoms`]: checkChangeRewardDenoms,
    [`${PACKAGE}.MsgSubmitConsumerDoubleVoting`]: checkDoubleVoting,
    [`${PACKAGE}.MsgSubmitConsumerMisbehaviour`]: checkConsumerMisbehaviour,
  },
  handlers: {
    [`${PACKAGE}.MsgCreateConsumer`]: createConsumer,
    [`${PACKAGE}.MsgUpdateConsumer`]: updateConsumer,
    [`${PACKAGE}.MsgRemoveConsumer`]: removeConsumer,
    [`${PACKAGE}.MsgOptIn`]: optIn,
    [`${PACKAGE}.MsgOptOut`]: optOut,
    [`${PACKAGE}.MsgAssignConsumerKey`]: assignConsumerKey,
    [`${PACKAGE}.MsgSetConsumerCommissionRate`]: setCommissionRate,
    [`${PACKAGE}.MsgChangeRewardDenoms`]: changeRewardDenoms,
    [`${PACKAGE}.MsgUpdateParams`]: updateProviderParams,
    [`${PACKAGE}.MsgSubmitConsumerDoubleVoting`]: submitDoubleVoting,
    [`${PACKAGE}.MsgSubmitConsumerMisbehaviour`]: submitMisbehaviour,
  },
};
