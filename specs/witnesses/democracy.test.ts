import { SINGLETON } from '../key.ts';
import { describe } from 'vitest';
import type { RowChange } from '../block.ts';
import { consumerParams, type ConsumerParamsRow } from '../tables/consumer.ts';
import { currentRewards, feePool } from '../tables/distribution.ts';
import { proposals, type ProposalRow } from '../tables/gov.ts';
import { minter } from '../tables/mint.ts';
import { validators, type ValidatorRow } from '../tables/staking/validator.ts';
import { staked } from '../testing/provider-rows.ts';
import { put } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { DEMOCRACY_WITNESSES } from './democracy.ts';

const WITHDRAW = '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward';

const representative = put(validators, 'aa', staked('aa', 5));
const asks = (refusal: string) => sends('/cosmos.slashing.v1beta1.MsgUnjail', refusal, { validator_addr: 'aa' });

function validator(status: 'BONDED' | 'UNBONDING'): RowChange {
  return put(validators, 'aa', { status: `BOND_STATUS_${status}` } as ValidatorRow);
}

function proposal(status: 'PASSED' | 'REJECTED' | 'FAILED'): RowChange {
  return put(proposals, proposals.key(1n), { status: `PROPOSAL_STATUS_${status}` } as ProposalRow);
}

const some = [{ denom: 'stake', amount: 1n }];
const community = put(feePool, SINGLETON, { community_pool: some });
const params = put(consumerParams, SINGLETON, {} as ConsumerParamsRow);

describe('the witnesses of democracy', () => {
  testWitnesses(DEMOCRACY_WITNESSES, {
    'representative-elected': {
      yes: consumer({ rows: [validator('BONDED')] }),
      no: provider({ rows: [validator('BONDED')] }),
    },
    'representative-voted-out': {
      yes: consumer({ rows: [validator('UNBONDING')] }),
      no: consumer({ rows: [validator('BONDED')] }),
    },
    'representative-unjail-refused': {
      yes: consumer({ rows: [representative] }, asks('undefined/1')),
      no: [
        consumer(asks('undefined/1')),
        consumer({ rows: [representative] }, asks('')),
        provider({ rows: [representative] }, asks('slashing/4')),
      ],
    },
    'representatives-paid': {
      yes: consumer({ rows: [put(currentRewards, 'aa', { rewards: some, period: 2n })] }),
      no: consumer({ rows: [put(currentRewards, 'aa', { rewards: [], period: 2n })] }),
    },
    'community-paid-without-representatives': {
      yes: consumer({ rows: [community] }),
      no: consumer({ rows: [validator('BONDED'), community] }),
    },
    'representative-took-rewards': {
      yes: consumer(sends(WITHDRAW)),
      no: consumer(sends(WITHDRAW, 'distribution/5')),
    },
    'minted-on-consumer': {
      yes: consumer({ rows: [put(minter, SINGLETON, { inflation: 1n, annual_provisions: 1n })] }),
      no: consumer({ rows: [put(minter, SINGLETON, { inflation: 1n, annual_provisions: 0n })] }),
    },
    'consumer-governed-itself': {
      yes: consumer({ rows: [params, proposal('PASSED')] }),
      no: consumer({ rows: [params, proposal('REJECTED')] }),
    },
    'proposal-rejected-on-consumer': {
      yes: consumer({ rows: [proposal('REJECTED')] }),
      no: provider({ rows: [proposal('REJECTED')] }),
    },
    'proposal-failed-on-consumer': {
      yes: consumer({ rows: [proposal('FAILED')] }),
      no: consumer({ rows: [proposal('PASSED')] }),
    },
  });
});
