import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { TRANSACTION_WITNESSES } from './transactions.ts';

const DELEGATE = '/cosmos.staking.v1beta1.MsgDelegate';
const SEND = '/cosmos.bank.v1beta1.MsgSend';
const OPT_IN = '/interchain_security.ccv.provider.v1.MsgOptIn';
const delegated = (amount: bigint, refusal = '') =>
  provider(sends(DELEGATE, refusal, { amount: { denom: 'stake', amount } }));

testWitnesses(TRANSACTION_WITNESSES, {
  'wrong-sequence-refused': { yes: provider(sends(SEND, 'sdk/32')), no: provider(sends(SEND, 'sdk/5')) },
  'wrong-signature-refused': { yes: provider(sends(SEND, 'sdk/4')), no: provider(sends(DELEGATE, 'sdk/4')) },
  'undecodable-refused': { yes: provider(sends(SEND, 'sdk/2')), no: provider(sends(SEND, 'sdk/5')) },
  'long-memo-refused': { yes: provider(sends(SEND, 'sdk/12')), no: provider(sends(SEND, 'sdk/5')) },
  'late-transaction-refused': { yes: provider(sends(SEND, 'sdk/30')), no: provider(sends(SEND, 'sdk/5')) },
  'unknown-account-refused': { yes: provider(sends(SEND, 'sdk/9')), no: provider(sends(SEND, 'sdk/5')) },
  'unknown-validator-refused': { yes: provider(sends(DELEGATE, 'staking/3')), no: provider(sends(DELEGATE)) },
  'unknown-consumer-refused': { yes: provider(sends(OPT_IN, 'provider/27')), no: provider(sends(OPT_IN)) },
  'malformed-amount-refused': { yes: delegated(0n, 'sdk/18'), no: delegated(7n, 'sdk/18') },
  'one-token-delegated': { yes: delegated(1n), no: delegated(2n) },
});
