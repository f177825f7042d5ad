import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import { proposals, type ProposalRow } from '../tables/gov.ts';
import { slashingParams, type SlashingParamsRow } from '../tables/slashing.ts';
import { stakingParams, type StakingParamsRow } from '../tables/staking/chain.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { governedParameters } from './governed-parameters.ts';

const STAKING = '/cosmos.staking.v1beta1.MsgUpdateParams';
const SLASHING = '/cosmos.slashing.v1beta1.MsgUpdateParams';
const SEND = '/cosmos.bank.v1beta1.MsgSend';

const entries = (most: number) => ({ max_entries: most }) as StakingParamsRow;
const staking = (most: number) => put(stakingParams, SINGLETON, entries(most));
const window = (blocks: bigint) => ({ signed_blocks_window: blocks }) as SlashingParamsRow;
const slashing = (blocks: bigint) => put(slashingParams, SINGLETON, window(blocks));

function decided(id: number, status: string, ...messages: ProposalRow['messages']): RowChange {
  const row = { id: BigInt(id), status: `PROPOSAL_STATUS_${status}`, voting_end_time: 9n, messages };
  return put(proposals, proposals.key(BigInt(id)), row as unknown as ProposalRow);
}

function check(...rows: readonly RowChange[]) {
  const { events } = new Story()
    .start('provider')
    .block('provider', { rows: [staking(7), slashing(100n)] })
    .block('provider', { rows });
  return firstViolation(governedParameters, events)?.because;
}

const message = (most: number) => ({ '@type': STAKING, params: entries(most) });
const several = [
  { '@type': STAKING, params: entries(3) },
  { '@type': SLASHING, params: window(50n) },
];

describe('governed parameters', () => {
  test('accepts a proposal whose messages all take effect', () => {
    expect(check(decided(1, 'PASSED', ...several), staking(3), slashing(50n))).toBeUndefined();
  });

  test('accepts that a proposal with a failed message changes nothing', () => {
    expect(check(decided(1, 'FAILED', ...several, { '@type': SEND }))).toBeUndefined();
  });

  test('accepts the last of several proposals, in the order of their end and their ids', () => {
    const [first, second] = [message(3), message(4)];
    const both = [decided(2, 'PASSED', second), decided(1, 'PASSED', first)];
    expect(check(...both, staking(4))).toBeUndefined();
    expect(check(...both, staking(3))).toContain('staking/params differs from it');
  });

  test('rejects a partial execution of a proposal with a failed message', () => {
    expect(check(decided(1, 'FAILED', ...several, { '@type': SEND }), staking(3))).toBe(
      `staking/params changed; however no proposal with ${STAKING} passed`,
    );
  });

  test('rejects a partial execution of a proposal that passed', () => {
    expect(check(decided(1, 'PASSED', ...several), staking(3))).toContain('slashing/params differs from it');
  });

  test('rejects parameters that change without a proposal', () => {
    expect(check(slashing(50n))).toContain('no proposal with');
  });
});
