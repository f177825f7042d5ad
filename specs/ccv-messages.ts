/** Who may send a message of the provider or the consumer module. */
export type Entitled = 'anybody' | 'the operator' | 'the owner' | 'governance';

/** A message of the provider or the consumer module. */
export interface CcvMessage {
  /** Lower case with dashes; part of the names of its witnesses. */
  readonly name: string;
  readonly type: `/interchain_security.ccv.${'provider' | 'consumer'}.v1.Msg${string}`;
  /** The kind of chain that handles it. */
  readonly on: 'provider' | 'consumer';
  readonly entitled: Entitled;
  /** The error for a sender that may not send it. */
  readonly notEntitled?: readonly [codespace: string, code: number];
  /** The error for a malformed field, if a check without state finds it. */
  readonly malformed?: readonly [codespace: string, code: number];
}

const PROVIDER = '/interchain_security.ccv.provider.v1';

/**
 * The messages of the provider and the consumer module. The programs declare their messages; one that is missing here,
 * or that no action sends, is reported as not covered.
 */
export const CCV_MESSAGES: readonly CcvMessage[] = [
  ofOperator('assign-consumer-key', 'MsgAssignConsumerKey', 46),
  ofOperator('opt-in', 'MsgOptIn', 49),
  ofOperator('opt-out', 'MsgOptOut', 50),
  ofOperator('set-consumer-commission-rate', 'MsgSetConsumerCommissionRate', 51),
  {
    name: 'create-consumer',
    type: `${PROVIDER}.MsgCreateConsumer`,
    on: 'provider',
    entitled: 'anybody',
    malformed: ['provider', 44],
  },
  {
    name: 'update-consumer',
    type: `${PROVIDER}.MsgUpdateConsumer`,
    on: 'provider',
    entitled: 'the owner',
    notEntitled: ['provider', 25],
    malformed: ['provider', 45],
  },
  {
    name: 'remove-consumer',
    type: `${PROVIDER}.MsgRemoveConsumer`,
    on: 'provider',
    entitled: 'the owner',
    notEntitled: ['provider', 25],
    malformed: ['CCV', 19],
  },
  {
    name: 'submit-consumer-misbehaviour',
    type: `${PROVIDER}.MsgSubmitConsumerMisbehaviour`,
    on: 'provider',
    entitled: 'anybody',
    malformed: ['provider', 47],
  },
  {
    name: 'submit-consumer-double-voting',
    type: `${PROVIDER}.MsgSubmitConsumerDoubleVoting`,
    on: 'provider',
    entitled: 'anybody',
    malformed: ['provider', 48],
  },
  {
    name: 'change-reward-denoms',
    type: `${PROVIDER}.MsgChangeRewardDenoms`,
    on: 'provider',
    entitled: 'governance',
    notEntitled: ['provider', 25],
    malformed: ['provider', 52],
  },
  {
    name: 'update-provider-params',
    type: `${PROVIDER}.MsgUpdateParams`,
    on: 'provider',
    entitled: 'governance',
    notEntitled: ['gov', 13],
  },
  {
    name: 'update-consumer-params',
    type: '/interchain_security.ccv.consumer.v1.MsgUpdateParams',
    on: 'consumer',
    entitled: 'governance',
    notEntitled: ['gov', 13],
  },
];

/** The check without state gives the same error for a wrong operator and for malformed fields. */
function ofOperator(name: string, message: `Msg${string}`, code: number): CcvMessage {
  return {
    name,
    type: `${PROVIDER}.${message}`,
    on: 'provider',
    entitled: 'the operator',
    notEntitled: ['provider', code],
    malformed: ['provider', code],
  };
}
