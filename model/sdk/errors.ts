import { refusalsOf, type Codes, type Ensure, type Refusal, type Refuse } from '../refusal.ts';

/** The errors of the Cosmos SDK's modules, with the registered codespace and code. */
const ERRORS = {
  unauthorized: ['sdk', 4],
  insufficientFunds: ['sdk', 5],
  invalidAddress: ['sdk', 7],
  invalidPubKey: ['sdk', 8],
  unknownAddress: ['sdk', 9],
  invalidCoins: ['sdk', 10],
  memoTooLarge: ['sdk', 12],
  insufficientFee: ['sdk', 13],
  invalidRequest: ['sdk', 18],
  unknownRequest: ['sdk', 6],
  timeoutHeight: ['sdk', 30],
  wrongSequence: ['sdk', 32],
  notFound: ['sdk', 38],
  sendDisabled: ['bank', 5],
  validatorNotFound: ['staking', 3],
  validatorOwnerExists: ['staking', 4],
  validatorPubKeyExists: ['staking', 5],
  validatorPubKeyTypeNotSupported: ['staking', 6],
  validatorJailed: ['staking', 7],
  badRemoveValidator: ['staking', 8],
  commissionNegative: ['staking', 9],
  commissionHuge: ['staking', 10],
  commissionOverMaxRate: ['staking', 11],
  commissionUpdateTime: ['staking', 12],
  commissionChangeRateNegative: ['staking', 13],
  commissionChangeRateOverMaxRate: ['staking', 14],
  commissionOverMaxChangeRate: ['staking', 15],
  selfDelegationBelowMinimum: ['staking', 16],
  minSelfDelegationDecreased: ['staking', 17],
  noDelegation: ['staking', 19],
  noDelegatorForAddress: ['staking', 21],
  insufficientShares: ['staking', 22],
  notEnoughShares: ['staking', 24],
  tooManyUnbondingEntries: ['staking', 27],
  selfRedelegation: ['staking', 29],
  tinyRedelegation: ['staking', 30],
  badRedelegationDestination: ['staking', 31],
  transitiveRedelegation: ['staking', 32],
  tooManyRedelegationEntries: ['staking', 33],
  invalidExchangeRate: ['staking', 34],
  emptyValidatorPubKey: ['staking', 39],
  commissionBelowMinRate: ['staking', 40],
  emptyDelegationDistInfo: ['distribution', 5],
  noValidatorCommission: ['distribution', 7],
  setWithdrawAddrDisabled: ['distribution', 8],
  badDistribution: ['distribution', 9],
  invalidUpgradeSigner: ['upgrade', 6],
  inactiveProposal: ['gov', 3],
  invalidProposalContent: ['gov', 5],
  invalidVote: ['gov', 7],
  unroutableProposalMessage: ['gov', 10],
  noProposalMessages: ['gov', 11],
  invalidProposalMessage: ['gov', 12],
  wrongAuthority: ['gov', 13],
  metadataTooLong: ['gov', 15],
  minDepositTooSmall: ['gov', 16],
  invalidProposer: ['gov', 18],
  votingPeriodEnded: ['gov', 20],
  invalidProposal: ['gov', 21],
  summaryTooLong: ['gov', 22],
  invalidDepositDenom: ['gov', 23],
  stillJailed: ['slashing', 4],
  notJailed: ['slashing', 5],
  selfDelegationTooLowToUnjail: ['slashing', 7],
  /** An error without a registered code, for example one of gRPC. */
  unregistered: ['undefined', 1],
  /** The program panics in the transaction and recovers. */
  panic: ['undefined', 111222],
} as const satisfies Codes<string>;

/** Whether the program panics in a message and recovers. No module wraps this error. */
export function isPanic({ codespace, code }: Refusal): boolean {
  const [space, panic] = ERRORS.panic;
  return codespace === space && code === panic;
}

/** The name of an error of the SDK. */
export type SdkError = keyof typeof ERRORS;

const refusals = refusalsOf<SdkError>(ERRORS);

/** Refuses with the code of the named error. */
export const refuse: Refuse<SdkError> = refusals.refuse;

/** Refuses with the code of the named error unless the condition holds. */
export const ensure: Ensure<SdkError> = refusals.ensure;
