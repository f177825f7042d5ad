import type { Message, TxResult } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { consumerParams } from '../tables/consumer.ts';
import { currentRewards, feePool } from '../tables/distribution.ts';
import { proposals, type ProposalStatus } from '../tables/gov.ts';
import { minter } from '../tables/mint.ts';
import { validators, type ValidatorRow } from '../tables/staking/validator.ts';
import { answered, needing, onConsumer, succeeded, witness, type Witness } from '../witness.ts';

const DEMOCRACY = 'ICS-028 §Reward Distribution, democracy modules';

/** What the stakers of a consumer with democracy do. */
export const DEMOCRACY_WITNESSES: readonly Witness[] = needing('democracy', [
  witness(
    'representative-elected',
    DEMOCRACY,
    'A validator of the own stakers of a consumer bonded, and signs no blocks.',
    onConsumer((event) => changesOf(event, validators).some(({ row }) => isBonded(row))),
  ),
  witness(
    'representative-voted-out',
    DEMOCRACY,
    'A representative lost its seat: it unbonds.',
    onConsumer((event) => changesOf(event, validators).some(({ row }) => row?.status === 'BOND_STATUS_UNBONDING')),
  ),
  witness(
    'representative-unjail-refused',
    'MsgUnjail',
    'A representative asked its consumer to leave jail: no validator of a consumer may.',
    onConsumer((event) => {
      const isRefused = ({ code }: TxResult, { validator_addr }: Message): boolean =>
        code !== 0 && [...event.view.rows(validators)].some(([, row]) => row.operator_address === validator_addr);
      return answered(event, '/cosmos.slashing.v1beta1.MsgUnjail', isRefused);
    }),
  ),
  witness(
    'representatives-paid',
    DEMOCRACY,
    'Fees that the consumer kept were shared among its representatives.',
    onConsumer((event) =>
      changesOf(event, currentRewards).some(({ row }) => row !== undefined && row.rewards.length > 0),
    ),
  ),
  witness(
    'community-paid-without-representatives',
    DEMOCRACY,
    'The community of a consumer got all that it kept, for there was no representative.',
    onConsumer((event) => changesOf(event, feePool).length > 0 && !hasRepresentatives(event)),
  ),
  witness(
    'representative-took-rewards',
    DEMOCRACY,
    'A staker of a consumer took what it had earned there.',
    onConsumer((event) => succeeded(event, '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward')),
  ),
  witness(
    'minted-on-consumer',
    DEMOCRACY,
    'A consumer minted tokens, which count as its fees.',
    onConsumer((event) => changesOf(event, minter).some(({ row }) => row !== undefined && row.annual_provisions > 0n)),
  ),
  witness(
    'consumer-governed-itself',
    '/interchain_security.ccv.consumer.v1.MsgUpdateParams',
    'The governance of a consumer changed the parameters of its CCV module.',
    onConsumer((event) => changesOf(event, consumerParams).length > 0 && decided(event, 'PROPOSAL_STATUS_PASSED')),
  ),
  witness(
    'proposal-rejected-on-consumer',
    DEMOCRACY,
    'The stakers of a consumer did not want a proposal.',
    onConsumer((event) => decided(event, 'PROPOSAL_STATUS_REJECTED')),
  ),
  witness(
    'proposal-failed-on-consumer',
    DEMOCRACY,
    'The stakers of a consumer wanted what its program refused.',
    onConsumer((event) => decided(event, 'PROPOSAL_STATUS_FAILED')),
  ),
]);

function isBonded(row: ValidatorRow | undefined): boolean {
  return row?.status === 'BOND_STATUS_BONDED';
}

function hasRepresentatives({ view }: BlockEvent): boolean {
  return [...view.rows(validators)].some(([, row]) => isBonded(row));
}

function decided(event: BlockEvent, status: ProposalStatus): boolean {
  return changesOf(event, proposals).some(({ row }) => row?.status === status);
}
