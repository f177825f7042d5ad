import type { HeaderClaim, VoteClaim } from '../claim.ts';
import { clientStates, type TendermintClientState } from '../tables/ibc/client.ts';
import { consumerAddressesToPrune, validatorsByConsumerAddress } from '../tables/provider.ts';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import { delegations, redelegations, unbondingDelegations } from '../tables/staking/delegation.ts';
import type { DelegationRow, RedelegationRow, UnbondingDelegationRow } from '../tables/staking/delegation.ts';
import { validators } from '../tables/staking/validator.ts';
import { doubleVoting } from '../testing/evidence.ts';
import { bonded, staked } from '../testing/provider-rows.ts';
import { put } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { EQUIVOCATION_WITNESSES } from './equivocation.ts';

const VOTES = '/interchain_security.ccv.provider.v1.MsgSubmitConsumerDoubleVoting';
const HEADERS = '/interchain_security.ccv.provider.v1.MsgSubmitConsumerMisbehaviour';
const UPDATE = '/ibc.core.client.v1.MsgUpdateClient';

const assigned = put(validatorsByConsumerAddress, validatorsByConsumerAddress.key('0', 'cc'), 'aa');
const givenUp = put(consumerAddressesToPrune, consumerAddressesToPrune.key('0', 9n), { addresses: ['cc'] });
const unbonding = put(unbondingDelegations, unbondingDelegations.key('dd', 'aa'), {} as UnbondingDelegationRow);
const delegated = put(delegations, delegations.key('dd', 'bb'), {} as DelegationRow);
const moved = put(redelegations, redelegations.key('dd', 'aa', 'bb'), {} as RedelegationRow);
const tombstone = put(signingInfos, 'aa', { tombstoned: true } as SigningInfoRow);
const unbonded = put(validators, 'aa', staked('aa', 5, { status: 'BOND_STATUS_UNBONDED' }));
const frozen = (revision_height: bigint) =>
  put(clientStates, clientStates.key('07-tendermint-0'), {
    frozen_height: { revision_number: 0n, revision_height },
  } as TendermintClientState);
const failed = (codespace: string, code: number) => ({ codespace, code });
const votes = (changes: Partial<VoteClaim>) => doubleVoting('aa', { chain: 'c0', ...changes }, failed('undefined', 1));

/** Headers of a consumer, the first with these changes. */
const shown = (changes: Partial<HeaderClaim>, refusal = '') => {
  const header = { app_hash: 'aa', height: { revision_number: 1n, revision_height: 5n }, signed: [] };
  return sends(HEADERS, refusal, {
    consumer_id: '0',
    misbehaviour: { client_id: '07-tendermint-0', header_1: { ...header, ...changes }, header_2: header },
  });
};
const otherRound = { variant: { data_hash: 'dd', round: 1 } };
const sameRound = { variant: { data_hash: 'dd', round: 0 } };

testWitnesses(EQUIVOCATION_WITNESSES, {
  'double-voting-punished': {
    yes: provider(doubleVoting('aa')),
    no: provider(doubleVoting('aa', {}, failed('CCV', 16))),
  },
  'double-voting-with-consumer-key': {
    yes: provider({ rows: [assigned] }, doubleVoting('cc')),
    no: provider(doubleVoting('cc')),
  },
  'double-voting-with-old-key': {
    yes: provider({ rows: [assigned, givenUp] }, doubleVoting('cc')),
    no: provider({ rows: [assigned, givenUp] }, doubleVoting('aa')),
  },
  'double-voting-takes-unbonding-stake': {
    yes: provider({ ...doubleVoting('aa'), rows: [unbonding] }),
    no: provider(doubleVoting('aa')),
  },
  'double-voting-takes-moved-stake': {
    yes: provider({ rows: [...bonded('aa', 5), moved] }, { ...doubleVoting('aa'), rows: [delegated] }),
    no: provider({ rows: bonded('aa', 5) }, { ...doubleVoting('aa'), rows: [delegated] }),
  },
  'double-voting-again-refused': {
    yes: provider({ rows: [tombstone] }, votes({})),
    no: provider(votes({})),
  },
  'double-voting-of-unbonded-refused': {
    yes: provider({ rows: [...bonded('aa', 5), unbonded] }, votes({})),
    no: provider({ rows: bonded('aa', 5) }, votes({})),
  },
  'double-voting-with-unknown-key-refused': {
    yes: provider(sends(VOTES, 'slashing/2')),
    no: provider(sends(VOTES, 'CCV/16')),
  },
  'double-voting-unsigned-refused': {
    yes: provider(votes({ tampered: true })),
    no: provider(votes({})),
  },
  'double-voting-unsound-refused': { yes: provider(sends(VOTES, 'CCV/16')), no: provider(sends(VOTES, 'provider/48')) },
  'double-voting-malformed-refused': {
    yes: provider(sends(VOTES, 'provider/48')),
    no: provider(sends(VOTES, 'CCV/16')),
  },
  'lunatic-attack-punished': { yes: provider(shown({ app_hash: 'ee' })), no: provider(shown({ ...sameRound })) },
  'equivocation-attack-punished': { yes: provider(shown({ ...sameRound })), no: provider(shown({ app_hash: 'ee' })) },
  'amnesia-attack-refused': {
    yes: provider(shown({ ...otherRound }, 'undefined/1')),
    no: provider(shown({ ...sameRound }, 'undefined/1')),
  },
  'attack-unsound-refused': { yes: provider(shown({}, 'provider/47')), no: provider(shown({}, 'client/13')) },
  'attack-of-no-fork-refused': { yes: provider(shown({}, 'client/13')), no: provider(shown({}, 'provider/47')) },
  'attack-after-trust-refused': {
    yes: provider(shown({}, '07-tendermint/11')),
    no: provider(shown({}, 'client/13')),
  },
  'client-frozen': { yes: provider({ rows: [frozen(1n)] }), no: provider({ rows: [frozen(0n)] }) },
  'client-on-consumer-frozen': { yes: consumer({ rows: [frozen(1n)] }), no: provider({ rows: [frozen(1n)] }) },
  'frozen-client-refused': {
    yes: provider({ rows: [frozen(1n)] }, sends(UPDATE, 'client/29')),
    no: provider({ rows: [frozen(0n)] }, sends(UPDATE, 'client/29')),
  },
});
