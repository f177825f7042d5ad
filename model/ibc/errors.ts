import { Refusal, refusalsOf, type Codes, type Ensure, type Refuse } from '../refusal.ts';

/** The errors of IBC, with the codespace and code that ibc-go registers. */
const ERRORS = {
  invalidSequence: ['ibc', 1],
  unauthorized: ['ibc', 2],
  insufficientFunds: ['ibc', 3],
  unknownRequest: ['ibc', 4],
  invalidAddress: ['ibc', 5],
  invalidCoins: ['ibc', 6],
  invalidRequest: ['ibc', 8],
  heightNotKnownYet: ['ibc', 9],
  emptyVersions: ['ibc', 10],
  invalidType: ['ibc', 12],
  invalidId: ['host', 2],
  invalidPort: ['port', 4],
  invalidRoute: ['port', 5],
  invalidClient: ['client', 3],
  clientNotFound: ['client', 4],
  consensusStateNotFound: ['client', 7],
  invalidConsensusState: ['client', 8],
  invalidClientType: ['client', 10],
  invalidClientHeader: ['client', 12],
  invalidRecoveryClient: ['client', 24],
  invalidMisbehaviour: ['client', 13],
  invalidHeight: ['client', 26],
  invalidSubstitute: ['client', 27],
  clientNotActive: ['client', 29],
  clientRouteNotFound: ['client', 32],
  connectionNotFound: ['connection', 3],
  invalidConnectionState: ['connection', 6],
  invalidConnectionCounterparty: ['connection', 7],
  invalidConnectionVersion: ['connection', 9],
  noCommonVersion: ['connection', 10],
  invalidConnectionId: ['connection', 11],
  channelNotFound: ['channel', 3],
  invalidChannelState: ['channel', 5],
  invalidOrdering: ['channel', 6],
  invalidChannelCounterparty: ['channel', 7],
  invalidPacket: ['channel', 13],
  tooManyHops: ['channel', 15],
  invalidAcknowledgement: ['channel', 16],
  acknowledgementExists: ['channel', 17],
  invalidChannelId: ['channel', 18],
  packetReceived: ['channel', 19],
  outOfOrder: ['channel', 21],
  timeoutNotReached: ['channel', 39],
  timeoutElapsed: ['channel', 40],
  invalidProof: ['commitment', 2],
  invalidPrefix: ['commitment', 3],
  capabilityNotFound: ['capability', 7],
  channelCapabilityNotFound: ['channel', 9],
  invalidTransferDenom: ['transfer', 3],
  invalidTransferVersion: ['transfer', 4],
  denomNotFound: ['transfer', 6],
  transferSendDisabled: ['transfer', 7],
  transferReceiveDisabled: ['transfer', 8],
  tooManyTransferChannels: ['transfer', 9],
  invalidTransferMemo: ['transfer', 11],
  invalidTimeoutV2: ['channelv2', 8],
  counterpartyNotFound: ['clientv2', 35],
  invalidChainId: ['07-tendermint', 2],
  invalidTrustingPeriod: ['07-tendermint', 3],
  invalidUnbondingPeriod: ['07-tendermint', 4],
  invalidHeaderHeight: ['07-tendermint', 5],
  invalidMaxClockDrift: ['07-tendermint', 7],
  processedTimeNotFound: ['07-tendermint', 8],
  processedHeightNotFound: ['07-tendermint', 9],
  delayNotPassed: ['07-tendermint', 10],
  trustingPeriodExpired: ['07-tendermint', 11],
  invalidProofSpecs: ['07-tendermint', 13],
  invalidTrustedValidators: ['07-tendermint', 14],
  invalidTrustLevel: ['07-tendermint', 15],
  /** What CometBFT's own light client finds has no registered code. */
  unverifiedHeader: ['undefined', 1],
  /** Any other failure without a code of its own. */
  unregistered: ['undefined', 1],
} as const satisfies Codes<string>;

/** The name of an error of IBC. */
export type IbcError = keyof typeof ERRORS;

const refusals = refusalsOf<IbcError>(ERRORS);

/** Refuses with the code of the named error. */
export const refuse: Refuse<IbcError> = refusals.refuse;

/** Refuses with the code of the named error unless the condition holds. */
export const ensure: Ensure<IbcError> = refusals.ensure;

/** Whether something was refused with this error, for example because a client has expired. */
export function isRefusedAs(failure: unknown, error: IbcError): boolean {
  const [codespace, code] = ERRORS[error];
  return failure instanceof Refusal && failure.codespace === codespace && failure.code === code;
}
