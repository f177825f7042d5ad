import { refusalsOf, type Codes, type Ensure, type Refuse } from '../refusal.ts';

/** The errors of the provider module, with the registered codespace and code. */
const ERRORS = {
  unknownConsumer: ['provider', 3],
  unknownChannel: ['provider', 4],
  keyInUse: ['provider', 10],
  defaultKey: ['provider', 11],
  wrongClient: ['provider', 16],
  inTopN: ['provider', 20],
  unauthorized: ['provider', 25],
  invalidPhase: ['provider', 27],
  invalidInitialization: ['provider', 30],
  noMinimumPower: ['provider', 31],
  noConsumerId: ['provider', 35],
  noOwner: ['provider', 37],
  invalidNewOwner: ['provider', 38],
  invalidTransformToTopN: ['provider', 39],
  invalidTransformToOptIn: ['provider', 40],
  createTopN: ['provider', 41],
  invalidCreate: ['provider', 44],
  invalidUpdate: ['provider', 45],
  invalidAssignKey: ['provider', 46],
  invalidMisbehaviour: ['provider', 47],
  invalidDoubleVoting: ['provider', 48],
  invalidOptIn: ['provider', 49],
  invalidOptOut: ['provider', 50],
  invalidCommissionRate: ['provider', 51],
  invalidChangeRewardDenoms: ['provider', 52],
  invalidVersion: ['CCV', 2],
  wrongFlow: ['CCV', 3],
  duplicateChannel: ['CCV', 5],
  noConsumerClient: ['CCV', 10],
  invalidState: ['CCV', 11],
  consumerNotFound: ['CCV', 15],
  invalidEvidence: ['CCV', 16],
  invalidConsumerId: ['CCV', 19],
  noValidator: ['staking', 3],
  keyType: ['staking', 6],
  belowMinimumRate: ['staking', 40],
  noValidatorForAddress: ['slashing', 2],
  unknownRequest: ['sdk', 6],
  invalidRequest: ['sdk', 18],
  /** A Go error without a registered code. */
  unregistered: ['undefined', 1],
  /** The program panics, and the SDK recovers and fails the transaction. */
  panic: ['undefined', 111_222],
} as const satisfies Codes<string>;

/** The name of an error of the provider module. */
export type ProviderError = keyof typeof ERRORS;

const refusals = refusalsOf<ProviderError>(ERRORS);

/** Refuses with the code of the named error. */
export const refuse: Refuse<ProviderError> = refusals.refuse;

/** Refuses with the code of the named error unless the condition holds. */
export const ensure: Ensure<ProviderError> = refusals.ensure;
