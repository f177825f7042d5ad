import type { BlockEvent } from '../event.ts';
import { onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';

/** Transactions with something wrong that has nothing to do with what their messages are for, and tiny ones. */
export const TRANSACTION_WITNESSES: readonly Witness[] = [
  witness('wrong-sequence-refused', 'SDK x/auth (ante)', 'A transaction was signed with a wrong sequence.', (event) =>
    event.event === 'block' ? answeredWith(event, 'sdk', 32) : false,
  ),
  witness(
    'wrong-signature-refused',
    'SDK x/auth (ante)',
    'An account sent coins with a signature that was not for it.',
    (event) => event.event === 'block' && refused(event, SEND, 'sdk', 4),
  ),
  witness('undecodable-refused', 'SDK baseapp', 'A block held bytes that are no transaction.', (event) =>
    event.event === 'block' ? answeredWith(event, 'sdk', 2) : false,
  ),
  witness('long-memo-refused', 'SDK x/auth (ante)', 'A transaction had too long a memo.', (event) =>
    event.event === 'block' ? answeredWith(event, 'sdk', 12) : false,
  ),
  witness('late-transaction-refused', 'SDK x/auth (ante)', 'A transaction came after its time-out height.', (event) =>
    event.event === 'block' ? answeredWith(event, 'sdk', 30) : false,
  ),
  witness('unknown-account-refused', 'SDK x/auth (ante)', 'An account that does not exist signed.', (event) =>
    event.event === 'block' ? answeredWith(event, 'sdk', 9) : false,
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
    'A message named a consumer that does not exist, or is in a phase in which it can not be meant.',
    onProvider((event) => answeredWith(event, 'provider', 27) || answeredWith(event, 'provider', 3)),
  ),
  witness(
    'malformed-amount-refused',
    'SDK x/staking',
    'Nobody can delegate, undelegate or redelegate nothing.',
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
    'Somebody delegated a single token, far less than a unit of power.',
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
