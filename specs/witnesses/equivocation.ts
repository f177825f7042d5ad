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

/** Evidence of equivocation on a consumer that is shown to the provider. */
export const EQUIVOCATION_WITNESSES: readonly Witness[] = [
  witness(
    'double-voting-punished',
    EVIDENCE,
    'A validator was punished because it had signed two votes on a consumer.',
    onProvider((event) => succeeded(event, VOTES)),
  ),
  witness(
    'double-voting-with-consumer-key',
    'ADR-005, ADR-001',
    'A validator was punished for votes that it had signed with a key of its own for the consumer.',
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
    'A validator was punished for votes that it had signed with a key that it has given up since.',
    onProvider((event) => accusedAddresses(event).some((key) => isGivenUp(event, key))),
  ),
  witness(
    'double-voting-takes-unbonding-stake',
    AMOUNT,
    'Equivocation on a consumer took stake that was unbonding.',
    onProvider((event) => succeeded(event, VOTES) && changesOf(event, unbondingDelegations).length > 0),
  ),
  witness(
    'double-voting-takes-moved-stake',
    AMOUNT,
    'Equivocation on a consumer took stake that had moved to another validator.',
    onProvider((event) => succeeded(event, VOTES) && takesMovedStake(event)),
  ),
  witness(
    'double-voting-again-refused',
    AMOUNT,
    'Nobody was punished for votes of a validator that was barred already.',
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
    'Nobody was punished for votes of a validator that is unbonded.',
    onProvider((event) =>
      refusedVotes(event, 'undefined', 1, (consumerId, { validator }) => {
        const operator = event.view.row(validatorsByConsensusAddress, ownerOf(event, consumerId, validator));
        return operator !== undefined && event.view.row(validators, operator)?.status === 'BOND_STATUS_UNBONDED';
      }),
    ),
  ),
  witness(
    'double-voting-of-nobody-refused',
    'ADR-013, ADR-001',
    'Votes were signed with a key for which no validator is found, be it pruned or that of nobody.',
    onProvider((event) => refused(event, VOTES, 'slashing', 2)),
  ),
  witness(
    'double-voting-unsigned-refused',
    EVIDENCE,
    'Votes were refused whose signature is broken, of another key or for another chain.',
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
    'Votes were refused that are of different steps or validators, or whose validator is not in the header.',
    onProvider((event) => refused(event, VOTES, 'CCV', 16)),
  ),
  witness(
    'double-voting-malformed-refused',
    'MsgSubmitConsumerDoubleVoting',
    'Votes were refused that stand in the wrong order, are for one block or for no height.',
    onProvider((event) => refused(event, VOTES, 'provider', 48)),
  ),
  witness(
    'lunatic-attack-punished',
    EVIDENCE,
    'Those were punished who had signed a header of a consumer with another state.',
    onProvider((event) => attacked(event, 0, ({ header_1: a, header_2: b }) => a.app_hash !== b.app_hash)),
  ),
  witness(
    'equivocation-attack-punished',
    EVIDENCE,
    'Those were punished who had signed two headers of a consumer in one round.',
    onProvider((event) =>
      attacked(event, 0, ({ header_1: a, header_2: b }) => a.app_hash === b.app_hash && roundOf(a) === roundOf(b)),
    ),
  ),
  witness(
    'amnesia-attack-refused',
    EVIDENCE,
    'Nobody was punished for two headers that were decided in different rounds.',
    onProvider((event) =>
      attacked(event, 1, ({ header_1: a, header_2: b }) => a.app_hash === b.app_hash && roundOf(a) !== roundOf(b)),
    ),
  ),
  witness(
    'attack-unsound-refused',
    'MsgSubmitConsumerMisbehaviour',
    'Headers were refused whose parts do not fit together or which their validators did not commit.',
    onProvider((event) => refused(event, HEADERS, 'provider', 47)),
  ),
  witness(
    'attack-of-no-fork-refused',
    EVIDENCE,
    'Headers were refused that are of one block, of different heights or not signed by those who are trusted.',
    onProvider((event) => refused(event, HEADERS, 'client', 13)),
  ),
  witness(
    'attack-after-trust-refused',
    EVIDENCE,
    'Headers were refused because the client does not trust what they trust, or no longer.',
    onProvider((event) => refused(event, HEADERS, '07-tendermint', 11) || refused(event, HEADERS, 'client', 7)),
  ),
  witness(
    'client-frozen',
    'ICS-02, ICS-07',
    'A client of the provider was shown two headers that contradict each other, and froze.',
    onProvider((event) => freezes(event)),
  ),
  witness(
    'client-on-consumer-frozen',
    'ICS-02, ICS-07',
    'The client of the provider on a consumer was shown two headers that contradict each other, and froze.',
    onConsumer((event) => freezes(event)),
  ),
  witness(
    'frozen-client-refused',
    'ICS-02',
    'A client was shown a header and refused it, because it is frozen.',
    onProvider((event) => refused(event, UPDATE, 'client', 29) && hasFrozenClient(event)),
  ),
];

/** The addresses of those who were punished for votes, as keys of the table of all addresses on consumers. */
function accusedAddresses(event: BlockEvent): readonly KeyIn<typeof validatorsByConsumerAddress>[] {
  if (!succeeded(event, VOTES)) return [];
  return accusationsIn(event).flatMap(({ consumerId, accused }) =>
    accused.map((address) => validatorsByConsumerAddress.key(consumerId, address)),
  );
}

/** Whether a delegation changed to which stake had moved away from one who was punished. */
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

/** Whether votes were refused with this code, the second of which is like this. */
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

/** Whether headers like these were accepted, or refused with this code of none. */
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
