import type { BlockEvent } from '../event.ts';
import { onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';

/** Transactions that the ante handler or a basic check refuses, and tiny amounts. */
export const TRANSACTION_WITNESSES: readonly Witness[] = [
  witness('wrong-sequence-refused', 'SDK x/auth (ante)', 'A transaction with a wrong sequence was refused.', (event) =>
    event.event === 'block' ? answeredWith(event, 'sdk', 32) : false,
  ),
  witness(
    'wrong-signature-refused',
    'SDK x/auth (ante)',
    'A transfer of coins with an invalid signature was refused.',
    (event) => event.event === 'block' && refused(event, SEND, 'sdk', 4),
  ),
  witness('undecodable-refused', 'SDK baseapp', 'A transaction that cannot be decoded was refused.', (event) =>
    event.event === 'block' ? answeredWith(event, 'sdk', 2) : false,
  ),
  witness(
    'long-memo-refused',
    'SDK x/auth (ante)',
    'A transaction was refused because its memo is too long.',
    (event) => (event.event === 'block' ? answeredWith(event, 'sdk', 12) : false),
  ),
  witness(
    'late-transaction-refused',
    'SDK x/auth (ante)',
    'A transaction was refused after its timeout height.',
    (event) => (event.event === 'block' ? answeredWith(event, 'sdk', 30) : false),
  ),
  witness(
    'unknown-account-refused',
    'SDK x/auth (ante)',
    'A transaction of an account that does not exist was refused.',
    (event) => (event.event === 'block' ? answeredWith(event, 'sdk', 9) : false),
  ),
  witness(
    'unknown-validator-refused',
    'SDK x/staking',
    'A message named a validator that does not exist.',
    onProvider((event) => answeredWith(event, 'staking', 3)),
  ),
  witness(
    'unknown-consumer-refused',
    'ADR-019',
    'A message named a consumer that does not exist, or whose phase does not allow the message.',
    onProvider((event) => answeredWith(event, 'provider', 27) || answeredWith(event, 'provider', 3)),
  ),
  witness(
    'malformed-amount-refused',
    'SDK x/staking',
    'A delegation, undelegation or redelegation of zero tokens was refused.',
    onProvider(
      ({ block, observation }) =>
        block.txs.length > 0 &&
        block.txs.some(({ messages }, i) => {
          const { codespace, code } = observation.txResults[i] ?? { codespace: '', code: 0 };
          return codespace === 'sdk' && code === 18 && messages.some((message) => amountOf(message['amount']) === 0n);
        }),
    ),
  ),
  witness(
    'one-token-delegated',
    'MsgDelegate',
    'An account delegated a single token, far less than a unit of power.',
    onProvider(
      (event) =>
        succeeded(event, DELEGATE) &&
        event.block.txs.some(
          ({ messages }, i) =>
            event.observation.txResults[i]?.code === 0 &&
            messages.some((message) => message['@type'] === DELEGATE && amountOf(message['amount']) === 1n),
        ),
    ),
  ),
];

const SEND = '/cosmos.bank.v1beta1.MsgSend';
const DELEGATE = '/cosmos.staking.v1beta1.MsgDelegate';

function answeredWith({ observation }: BlockEvent, codespace: string, code: number): boolean {
  return observation.txResults.some((result) => result.code === code && result.codespace === codespace);
}

/** The amount of a coin in a message; `undefined` if it is no coin. */
function amountOf(coin: unknown): unknown {
  return typeof coin === 'object' && coin !== null && 'amount' in coin ? coin.amount : undefined;
}
