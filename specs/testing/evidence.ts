import type { Misbehavior, TxResult } from '../block.ts';
import type { HeaderClaim, VoteClaim } from '../claim.ts';
import type { Hex } from '../value.ts';
import type { Happening } from './story.ts';

const PACKAGE = '/interchain_security.ccv.provider.v1';

/** A vote of a validator on a consumer, by its address there. */
export function vote(validator: Hex, block: Hex, changes: Partial<VoteClaim> = {}): VoteClaim {
  return {
    '@claim': 'vote',
    chain: 'c0',
    type: 'precommit',
    height: 5n,
    round: 0,
    block,
    time: 0n,
    validator,
    signer: validator,
    chain_id: 'c0-1',
    tampered: false,
    ...changes,
  };
}

/** `MsgSubmitConsumerDoubleVoting` against a validator, accepted by default. */
export function doubleVoting(
  validator: Hex,
  changes: Partial<VoteClaim> = {},
  result?: TxResult,
): Required<Pick<Happening, 'txs'>> {
  const vote_a = vote(validator, 'a0', changes);
  const vote_b = vote(validator, 'b0', changes);
  const message = {
    '@type': `${PACKAGE}.MsgSubmitConsumerDoubleVoting`,
    duplicate_vote_evidence: { vote_a, vote_b },
    consumer_id: '0',
  };
  return { txs: [{ message, ...(result && { result }) }] };
}

/** `MsgSubmitConsumerMisbehaviour` with headers signed by these validators. */
export function attack(first: readonly Hex[], second: readonly Hex[]): Required<Pick<Happening, 'txs'>> {
  const height = { revision_number: 1n, revision_height: 5n };
  const header = (signed: readonly Hex[]) => ({ height, signed }) as unknown as HeaderClaim;
  const misbehaviour = { client_id: '07-tendermint-0', header_1: header(first), header_2: header(second) };
  return {
    txs: [{ message: { '@type': `${PACKAGE}.MsgSubmitConsumerMisbehaviour`, misbehaviour, consumer_id: '0' } }],
  };
}

/** Evidence against a validator that consensus reports. */
export function reported(address: Hex, changes: Partial<Misbehavior> = {}): Required<Pick<Happening, 'misbehavior'>> {
  const rest = { power: 5n, height: 1n, time: 0n, totalPower: 9n } as const;
  return { misbehavior: [{ type: 'duplicate-vote', address, ...rest, ...changes }] };
}
