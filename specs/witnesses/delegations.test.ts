import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import { redelegations, unbondingDelegations } from '../tables/staking/delegation.ts';
import { lastValidatorPowers, validators } from '../tables/staking/validator.ts';
import { bonded, staked } from '../testing/provider-rows.ts';
import { drop, put } from '../testing/story.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { SECOND, type Nanos } from '../value.ts';
import { DELEGATION_WITNESSES } from './delegations.ts';

const DELEGATE = '/cosmos.staking.v1beta1.MsgDelegate';
const UNDELEGATE = '/cosmos.staking.v1beta1.MsgUndelegate';
const REDELEGATE = '/cosmos.staking.v1beta1.MsgBeginRedelegate';
const CANCEL = '/cosmos.staking.v1beta1.MsgCancelUnbondingDelegation';
const power = put(lastValidatorPowers, 'aa', { value: 5n });
const tokens = (amount: bigint) => ({ rows: [put(validators, 'aa', staked('aa', 0, { tokens: amount }))] });
const paidBack = { rows: [drop(unbondingDelegations, unbondingDelegations.key('dd', 'aa'))] };
/** Bech32 without a valid checksum, which is not verified here. */
const OPERATOR = 'cosmosvaloper1aaqqqqqq';
const jailed = put(validators, OPERATOR, staked(OPERATOR, 5, { jailed: true }));
const takes = (delegator: string) =>
  sends(UNDELEGATE, '', { validator_address: OPERATOR, delegator_address: delegator });
const takesOwn = takes('cosmos1aazzzzzz');
const heldUntil = (time: Nanos) => put(signingInfos, OPERATOR, { jailed_until: time } as SigningInfoRow);

testWitnesses(DELEGATION_WITNESSES, {
  delegated: { yes: provider(sends(DELEGATE)), no: provider(sends(DELEGATE, 'sdk/5')) },
  'delegation-without-power': {
    yes: provider(sends(DELEGATE)),
    no: provider({ ...sends(DELEGATE), rows: [power] }),
  },
  'power-at-the-edge': { yes: provider({}, tokens(4_999_999n)), no: provider(tokens(5_000_000n), tokens(5_000_001n)) },
  'delegation-refused-for-funds': { yes: provider(sends(DELEGATE, 'sdk/5')), no: provider(sends(DELEGATE)) },
  undelegated: { yes: provider(sends(UNDELEGATE)), no: provider(sends(UNDELEGATE, 'staking/19')) },
  'too-many-unbondings-refused': {
    yes: provider(sends(UNDELEGATE, 'staking/27')),
    no: provider(sends(UNDELEGATE, 'staking/19')),
  },
  'more-than-delegated-refused': {
    yes: provider(sends(UNDELEGATE, 'sdk/18', { amount: { denom: 'stake', amount: 7n } })),
    no: provider(sends(UNDELEGATE, 'sdk/18', { amount: { denom: 'stake', amount: 0n } })),
  },
  'unbonding-matured': { yes: provider(paidBack), no: provider({ ...paidBack, ...sends(CANCEL) }) },
  'unbonding-cancelled': { yes: provider(sends(CANCEL)), no: provider(sends(CANCEL, 'sdk/38')) },
  redelegated: { yes: provider(sends(REDELEGATE)), no: provider(sends(REDELEGATE, 'staking/29')) },
  'too-many-redelegations-refused': {
    yes: provider(sends(REDELEGATE, 'staking/33')),
    no: provider(sends(REDELEGATE, 'staking/32')),
  },
  'transitive-redelegation-refused': {
    yes: provider(sends(REDELEGATE, 'staking/32')),
    no: provider(sends(REDELEGATE, 'staking/33')),
  },
  'redelegation-matured': {
    yes: provider({ rows: [drop(redelegations, redelegations.key('dd', 'aa', 'bb'))] }),
    no: provider(paidBack),
  },
  'operator-jailed-itself': {
    yes: provider({ rows: bonded(OPERATOR, 5) }, { ...takesOwn, rows: [jailed] }),
    no: [
      provider({ rows: bonded(OPERATOR, 5) }, { rows: [jailed] }),
      provider({ rows: bonded(OPERATOR, 5) }, { ...takes('cosmos1bbzzzzzz'), rows: [jailed] }),
      provider({ rows: [...bonded(OPERATOR, 5), jailed] }, { ...takesOwn, rows: [jailed] }),
      provider({ rows: bonded(OPERATOR, 5) }, { ...takesOwn, rows: [jailed, heldUntil(600n * SECOND)] }),
    ],
  },
});
