import type { Message, TxResult } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { consumerParams } from '../tables/consumer.ts';
import { currentRewards, feePool } from '../tables/distribution.ts';
import { proposals, type ProposalStatus } from '../tables/gov.ts';
import { minter } from '../tables/mint.ts';
import { validators, type ValidatorRow } from '../tables/staking/validator.ts';
import { answered, needing, onConsumer, succeeded, witness, type Witness } from '../witness.ts';

const DEMOCRACY = 'ICS-028 §Reward Distribution, democracy modules';

/** Representatives and governance of a consumer with democracy. */
export const DEMOCRACY_WITNESSES: readonly Witness[] = needing('democracy', [
  witness(
    'representative-elected',
    DEMOCRACY,
    'A representative bonded on a consumer with democracy. Representatives sign no blocks.',
    onConsumer((event) => changesOf(event, validators).some(({ row }) => isBonded(row))),
  ),
  witness(
    'representative-voted-out',
    DEMOCRACY,
    'A representative lost its place among the bonded ones and began to unbond.',
    onConsumer((event) => changesOf(event, validators).some(({ row }) => row?.status === 'BOND_STATUS_UNBONDING')),
  ),
  witness(
    'representative-unjail-refused',
    'MsgUnjail',
    'A consumer refused to unjail a representative: no consumer unjails validators.',
    onConsumer((event) => {
      const isRefused = ({ code }: TxResult, { validator_addr }: Message): boolean =>
        code !== 0 && [...event.view.rows(validators)].some(([, row]) => row.operator_address === validator_addr);
      return answered(event, '/cosmos.slashing.v1beta1.MsgUnjail', isRefused);
    }),
  ),
  witness(
    'representatives-paid',
    DEMOCRACY,
    'Fees that a consumer kept were distributed to its representatives.',
    onConsumer((event) =>
      changesOf(event, currentRewards).some(({ row }) => row !== undefined && row.rewards.length > 0),
    ),
  ),
  witness(
    'community-paid-without-representatives',
    DEMOCRACY,
    'The community pool of a consumer got all the fees that it kept, because it had no representative.',
    onConsumer((event) => changesOf(event, feePool).length > 0 && !hasRepresentatives(event)),
  ),
  witness(
    'representative-took-rewards',
    DEMOCRACY,
    'A delegator withdrew its rewards on a consumer.',
    onConsumer((event) => succeeded(event, '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward')),
  ),
  witness(
    'minted-on-consumer',
    DEMOCRACY,
    'A consumer minted tokens, which are distributed like fees.',
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
    'The voters of a consumer rejected a proposal.',
    onConsumer((event) => decided(event, 'PROPOSAL_STATUS_REJECTED')),
  ),
  witness(
    'proposal-failed-on-consumer',
    DEMOCRACY,
    'The voters of a consumer accepted a proposal whose execution failed.',
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
