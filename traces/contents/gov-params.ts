import * as fc from 'fast-check';
import type { GovParamsContent } from '../../specs/generated/trace.ts';
import { govParams } from '../../specs/tables/gov.ts';
import { SECOND } from '../../specs/value.ts';
import type { ContentKind } from './content.ts';
import { present, rarely } from '../draw/index.ts';
import { amount, fraction } from '../format/fields.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { presentParams } from './parameters.ts';

const TYPE = '/cosmos.gov.v1.MsgUpdateParams';

const period = { type: 'integer', minimum: 0, maximum: 315_360_000 } as const;

/** `cosmos.gov.v1.MsgUpdateParams`. */
export const govParamsContent: ContentKind<GovParamsContent> = {
  message: 'gov-params',
  title: 'GovParamsContent',
  describes: 'New parameters of governance (cosmos.gov.v1.MsgUpdateParams); omitted fields do not change.',
  type: TYPE,
  fields: {
    votingSeconds: period,
    depositSeconds: period,
    minDeposit: amount,
    quorum: fraction,
    threshold: fraction,
    initialDepositRatio: fraction,
    cancelRatio: fraction,
    burn: { type: 'boolean' },
  },
  optional: [
    'votingSeconds',
    'depositSeconds',
    'minDeposit',
    'quorum',
    'threshold',
    'initialDepositRatio',
    'cancelRatio',
    'burn',
  ],
  weight: () => 1,
  draw: () =>
    fc
      .record({
        message: fc.constant('gov-params' as const),
        votingSeconds: rarely(40, fc.constantFrom(0, 1, 2, 10, 172_800)),
        depositSeconds: rarely(20, fc.constantFrom(0, 1, 10, 172_800)),
        minDeposit: rarely(20, fc.constantFrom('0', '1', '10000000', '60000000')),
        quorum: rarely(20, fc.constantFrom('0', '0.1', '0.9', '1', '1.1')),
        threshold: rarely(20, fc.constantFrom('0', '0.1', '0.6', '0.9')),
        initialDepositRatio: rarely(20, fc.constantFrom('0', '0.1', '1', '2')),
        cancelRatio: rarely(20, fc.constantFrom('0', '0.333333333333333333', '1', '1.5')),
        burn: rarely(40, fc.boolean()),
      })
      .map(present),
  build(world, content, authority) {
    const before = presentParams(world, govParams, ({ gov }) => gov);
    const { votingSeconds: voting, depositSeconds: waiting, minDeposit: least, burn } = content;
    return {
      '@type': TYPE,
      authority,
      params: {
        ...before,
        ...(voting !== undefined && {
          voting_period: BigInt(voting) * SECOND,
          expedited_voting_period: (BigInt(voting) * SECOND) / 2n,
        }),
        ...(waiting !== undefined && { max_deposit_period: BigInt(waiting) * SECOND }),
        ...(least !== undefined && { min_deposit: [{ denom: BOND_DENOM, amount: BigInt(least) }] }),
        quorum: content.quorum ?? before.quorum,
        threshold: content.threshold ?? before.threshold,
        min_initial_deposit_ratio: content.initialDepositRatio ?? before.min_initial_deposit_ratio,
        proposal_cancel_ratio: content.cancelRatio ?? before.proposal_cancel_ratio,
        ...(burn !== undefined && {
          burn_vote_quorum: burn,
          burn_vote_veto: burn,
          burn_proposal_deposit_prevote: burn,
        }),
      },
    };
  },
};
