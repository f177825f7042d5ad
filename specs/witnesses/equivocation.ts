import type { KeyIn } from '../table.ts';
import type { Message, TxResult } from '../block.ts';
import type { MisbehaviourClaim, VoteClaim } from '../claim.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { accusationsIn } from '../history/accused.ts';
import { clientStates } from '../tables/ibc/client.ts';
import { consumerAddressesToPrune, validatorsByConsumerAddress } from '../tables/provider.ts';
import { signingInfos } from '../tables/slashing.ts';
import { delegations, redelegations, unbondingDelegations } from '../tables/staking/delegation.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { answered, onConsumer, onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';

const VOTES = '/interchain_security.ccv.provider.v1.MsgSubmitConsumerDoubleVoting';
const HEADERS = '/interchain_security.ccv.provider.v1.MsgSubmitConsumerMisbehaviour';
const UPDATE = '/ibc.core.client.v1.MsgUpdateClient';
const EVIDENCE = 'ADR-005';
const AMOUNT = 'ADR-013';

/** Evidence of equivocation on a consumer that is submitted to the provider. */
export const EQUIVOCATION_WITNESSES: readonly Witness[] = [
  witness(
    'double-voting-punished',
    EVIDENCE,
    'A validator was punished for double voting on a consumer.',
    onProvider((event) => succeeded(event, VOTES)),
  ),
  witness(
    'double-voting-with-consumer-key',
    'ADR-005, ADR-001',
    'A validator was punished for double voting with an assigned consumer key.',
    onProvider((event) =>
      accusedAddresses(event).some((key) => {
        const owner = event.view.row(validatorsByConsumerAddress, key);
        return owner !== undefined && !key.endsWith(`/${owner}`);
      }),
    ),
  ),
  witness(
    'double-voting-with-old-key',
    'ADR-001',
    'A validator was punished for double voting with a consumer key that it had replaced.',
    onProvider((event) => accusedAddresses(event).some((key) => isGivenUp(event, key))),
  ),
  witness(
    'double-voting-takes-unbonding-stake',
    AMOUNT,
    'Equivocation on a consumer slashed unbonding stake.',
    onProvider((event) => succeeded(event, VOTES) && changesOf(event, unbondingDelegations).length > 0),
  ),
  witness(
    'double-voting-takes-moved-stake',
    AMOUNT,
    'Equivocation on a consumer slashed redelegated stake.',
    onProvider((event) => succeeded(event, VOTES) && takesMovedStake(event)),
  ),
  witness(
    'double-voting-again-refused',
    AMOUNT,
    'Double voting evidence against a tombstoned validator was refused.',
    onProvider((event) =>
      refusedVotes(event, 'undefined', 1, (consumerId, { validator }) => {
        const owner = ownerOf(event, consumerId, validator);
        return event.view.row(signingInfos, owner)?.tombstoned === true;
      }),
    ),
  ),
  witness(
    'double-voting-of-unbonded-refused',
    AMOUNT,
    'Double voting evidence against an unbonded validator was refused.',
    onProvider((event) =>
      refusedVotes(event, 'undefined', 1, (consumerId, { validator }) => {
        const operator = event.view.row(validatorsByConsensusAddress, ownerOf(event, consumerId, validator));
        return operator !== undefined && event.view.row(validators, operator)?.status === 'BOND_STATUS_UNBONDED';
      }),
    ),
  ),
  witness(
    'double-voting-with-unknown-key-refused',
    'ADR-013, ADR-001',
    'Double voting evidence was refused because no validator has the key: it is pruned, or was never assigned.',
    onProvider((event) => refused(event, VOTES, 'slashing', 2)),
  ),
  witness(
    'double-voting-unsigned-refused',
    EVIDENCE,
    'Double voting evidence was refused because a signature is broken, or is by another key or for another chain id.',
    onProvider((event) =>
      refusedVotes(
        event,
        'undefined',
        1,
        (_, vote) => vote.tampered || vote.signer !== vote.validator || !vote.chain_id.startsWith(vote.chain),
      ),
    ),
  ),
  witness(
    'double-voting-unsound-refused',
    EVIDENCE,
    'Double voting evidence was refused because the votes differ in height, round, type or validator, or the header does not have the validator.',
    onProvider((event) => refused(event, VOTES, 'CCV', 16)),
  ),
  witness(
    'double-voting-malformed-refused',
    'MsgSubmitConsumerDoubleVoting',
    'Double voting evidence was refused because the votes are in the wrong order, are for the same block or have no height.',
    onProvider((event) => refused(event, VOTES, 'provider', 48)),
  ),
  witness(
    'lunatic-attack-punished',
    EVIDENCE,
    'The signers of a header with invalid state were punished (lunatic attack).',
    onProvider((event) => attacked(event, 0, ({ header_1: a, header_2: b }) => a.app_hash !== b.app_hash)),
  ),
  witness(
    'equivocation-attack-punished',
    EVIDENCE,
    'The signers of two headers of the same round were punished (equivocation attack).',
    onProvider((event) =>
      attacked(event, 0, ({ header_1: a, header_2: b }) => a.app_hash === b.app_hash && roundOf(a) === roundOf(b)),
    ),
  ),
  witness(
    'amnesia-attack-refused',
    EVIDENCE,
    'Two headers of different rounds were refused as evidence, because they do not show who equivocated (amnesia attack).',
    onProvider((event) =>
      attacked(event, 1, ({ header_1: a, header_2: b }) => a.app_hash === b.app_hash && roundOf(a) !== roundOf(b)),
    ),
  ),
  witness(
    'attack-unsound-refused',
    'MsgSubmitConsumerMisbehaviour',
    'Light client attack evidence was refused because a header is inconsistent or its validators did not commit it.',
    onProvider((event) => refused(event, HEADERS, 'provider', 47)),
  ),
  witness(
    'attack-of-no-fork-refused',
    EVIDENCE,
    'Light client attack evidence was refused because the headers are equal, of different heights, or not signed by trusted validators.',
    onProvider((event) => refused(event, HEADERS, 'client', 13)),
  ),
  witness(
    'attack-after-trust-refused',
    EVIDENCE,
    'Light client attack evidence was refused because the client does not have the trusted state, or has expired.',
    onProvider((event) => refused(event, HEADERS, '07-tendermint', 11) || refused(event, HEADERS, 'client', 7)),
  ),
  witness(
    'client-frozen',
    'ICS-02, ICS-07',
    'A client of the provider received two conflicting headers and was frozen.',
    onProvider((event) => freezes(event)),
  ),
  witness(
    'client-on-consumer-frozen',
    'ICS-02, ICS-07',
    'The client of the provider on a consumer received two conflicting headers and was frozen.',
    onConsumer((event) => freezes(event)),
  ),
  witness(
    'frozen-client-refused',
    'ICS-02',
    'A frozen client refused a header.',
    onProvider((event) => refused(event, UPDATE, 'client', 29) && hasFrozenClient(event)),
  ),
];

/** Keys of the table of consumer addresses: the addresses of the validators punished for double voting. */
function accusedAddresses(event: BlockEvent): readonly KeyIn<typeof validatorsByConsumerAddress>[] {
  if (!succeeded(event, VOTES)) return [];
  return accusationsIn(event).flatMap(({ consumerId, accused }) =>
    accused.map((address) => validatorsByConsumerAddress.key(consumerId, address)),
  );
}

/** Whether a delegation changed that had been redelegated away from a punished validator. */
function takesMovedStake(event: BlockEvent): boolean {
  const { view } = event;
  const changed = new Set(changesOf(event, delegations).map(({ key }) => key));
  const operators = accusationsIn(event).flatMap(({ consumerId, accused }) =>
    accused.map((address) => view.row(validatorsByConsensusAddress, ownerOf(event, consumerId, address))),
  );
  return [...view.rows(redelegations)].some(([key]) => {
    const [delegator, source, destination] = redelegations.parts(key);
    return operators.includes(source) && changed.has(delegations.key(delegator, destination));
  });
}

function isGivenUp(event: BlockEvent, key: KeyIn<typeof validatorsByConsumerAddress>): boolean {
  const [consumerId, address] = validatorsByConsumerAddress.parts(key);
  return [...event.view.rows(consumerAddressesToPrune)].some(
    ([at, { addresses }]) => at.startsWith(`${consumerId}/`) && addresses.includes(address),
  );
}

function ownerOf({ view }: BlockEvent, consumerId: string, address: string): string {
  return view.row(validatorsByConsumerAddress, validatorsByConsumerAddress.key(consumerId, address)) ?? address;
}

/** Whether double voting evidence was refused with this code and its second vote satisfies the predicate. */
function refusedVotes(
  event: BlockEvent,
  codespace: string,
  code: number,
  holds: (consumerId: string, vote: VoteClaim) => boolean,
): boolean {
  if (event.block.txs.length === 0) return false;
  return answered(event, VOTES, (result, message) => {
    if (result.codespace !== codespace || result.code !== code) return false;
    const { consumer_id, duplicate_vote_evidence } = message as unknown as DoubleVoting;
    return holds(consumer_id, duplicate_vote_evidence.vote_b);
  });
}

interface DoubleVoting {
  readonly consumer_id: string;
  readonly duplicate_vote_evidence: { readonly vote_b: VoteClaim };
}

/** Whether headers that satisfy the predicate were accepted, or refused with this code. */
function attacked(event: BlockEvent, code: number, holds: (shown: MisbehaviourClaim) => boolean): boolean {
  if (event.block.txs.length === 0) return false;
  return answered(event, HEADERS, (result: TxResult, message: Message) => {
    const { misbehaviour } = message as unknown as { readonly misbehaviour: MisbehaviourClaim };
    return result.code === code && (code === 0 || result.codespace === 'undefined') && holds(misbehaviour);
  });
}

function roundOf({ variant }: MisbehaviourClaim['header_1']): number {
  return variant?.round ?? 0;
}

function isFrozen({ frozen_height }: { readonly frozen_height: { readonly revision_height: bigint } }): boolean {
  return frozen_height.revision_height !== 0n;
}

function freezes(event: BlockEvent): boolean {
  return changesOf(event, clientStates).some(({ row }) => row !== undefined && 'frozen_height' in row && isFrozen(row));
}

function hasFrozenClient({ view }: BlockEvent): boolean {
  return [...view.rows(clientStates)].some(([, row]) => 'frozen_height' in row && isFrozen(row));
}
