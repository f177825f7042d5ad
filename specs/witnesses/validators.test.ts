import { SINGLETON } from '../key.ts';
import { consumerValidators, lastProviderConsensusValidators } from '../tables/provider.ts';
import { stakingParams, type StakingParamsRow } from '../tables/staking/chain.ts';
import { lastValidatorPowers, validators } from '../tables/staking/validator.ts';
import { bonded, engineMember, member, params, shaped, staked } from '../testing/provider-rows.ts';
import { drop, put } from '../testing/story.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { VALIDATOR_WITNESSES } from './validators.ts';

const CREATE = '/cosmos.staking.v1beta1.MsgCreateValidator';
const EDIT = '/cosmos.staking.v1beta1.MsgEditValidator';
const UNJAIL = '/cosmos.slashing.v1beta1.MsgUnjail';
const COMMISSION = '/interchain_security.ccv.provider.v1.MsgSetConsumerCommissionRate';
const unbonding = (power: number, jailed: boolean) => ({
  rows: [
    put(validators, 'aa', staked('aa', power, { status: 'BOND_STATUS_UNBONDING', jailed })),
    drop(lastValidatorPowers, 'aa'),
  ],
});
const limit = (max: number) => put(stakingParams, SINGLETON, { max_validators: max } as StakingParamsRow);

testWitnesses(VALIDATOR_WITNESSES, {
  'validator-created': { yes: provider(sends(CREATE)), no: provider(sends(CREATE, 'staking/5')) },
  'commission-edited': { yes: provider(sends(EDIT)), no: provider(sends(EDIT, 'staking/12')) },
  'consumer-commission-set': { yes: provider(sends(COMMISSION)), no: provider(sends(COMMISSION, 'provider/51')) },
  'validator-jailed': {
    yes: provider({ rows: [put(validators, 'aa', staked('aa', 5, { jailed: true }))] }),
    no: provider({ rows: bonded('aa', 5) }),
  },
  'validator-unjailed': { yes: provider(sends(UNJAIL)), no: provider(sends(UNJAIL, 'slashing/5')) },
  'unjail-refused': { yes: provider(sends(UNJAIL, 'slashing/5')), no: provider(sends(UNJAIL)) },
  'validator-removed': { yes: provider({ rows: [drop(validators, 'aa')] }), no: provider({ rows: bonded('aa', 5) }) },
  'fell-out-of-active-set': {
    yes: provider({ rows: bonded('aa', 5) }, { rows: [drop(lastProviderConsensusValidators, 'aa')] }),
    no: provider({ rows: bonded('aa', 5) }, { rows: [drop(lastValidatorPowers, 'aa')] }),
  },
  'unbonded-by-higher-stake': {
    yes: provider({ rows: bonded('aa', 5) }, unbonding(5, false)),
    no: provider({ rows: bonded('aa', 5) }, unbonding(5, true)),
  },
  'more-bonded-than-active': {
    yes: provider({ rows: [params(5, 1), ...bonded('aa', 5), ...bonded('bb', 4)] }),
    no: provider({ rows: [params(5, 2), ...bonded('aa', 5), ...bonded('bb', 4)] }),
  },
  'more-candidates-than-bonded': {
    yes: provider({ rows: [limit(1), ...bonded('aa', 5), ...bonded('bb', 4)] }),
    no: provider({ rows: [limit(1), ...bonded('aa', 5), ...bonded('bb', 0)] }),
  },
  'tie-at-the-boundary': {
    yes: provider({ rows: [params(5, 1), ...bonded('aa', 5), ...bonded('bb', 5)] }),
    no: provider({ rows: [params(5, 1), ...bonded('aa', 5), ...bonded('bb', 4)] }),
  },
  'inactive-validator-on-consumer': {
    yes: provider({ rows: [member('0', 'aa', 5)] }),
    no: provider({ rows: [member('0', 'aa', 5), engineMember('aa', 5)] }),
  },
  'validator-came-back-to-consumer': {
    yes: provider(
      { rows: [drop(consumerValidators, consumerValidators.key('0', 'aa'))] },
      { rows: [member('0', 'aa', 5)] },
    ),
    no: provider(
      { rows: [member('0', 'aa', 5)] },
      { rows: [drop(consumerValidators, consumerValidators.key('0', 'aa'))] },
    ),
  },
  'power-shaped': {
    yes: provider({ rows: [shaped('0', { validator_set_cap: 2 })] }),
    no: provider({ rows: [shaped('0', {})] }),
  },
});
