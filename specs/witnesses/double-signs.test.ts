import { SINGLETON } from '../key.ts';
import { writeSlashRequest } from '../ccv-packet.ts';
import type { Misbehavior, RowChange } from '../block.ts';
import { consensusParams, type ConsensusParamsRow } from '../tables/consensus.ts';
import { equivocations, type EquivocationRow } from '../tables/evidence.ts';
import { slashLog } from '../tables/provider.ts';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import {
  redelegationsBySource,
  unbondingDelegations,
  type UnbondingDelegationRow,
} from '../tables/staking/delegation.ts';
import { validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { bonded } from '../testing/provider-rows.ts';
import { put, vscPacket } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { DOUBLE_SIGN_WITNESSES } from './double-signs.ts';

const UNJAIL = '/cosmos.slashing.v1beta1.MsgUnjail';
const reported = (changes: Partial<Misbehavior> = {}) => ({
  misbehavior: [
    { type: 'duplicate-vote', address: 'aa', power: 5n, height: 1n, time: 0n, totalPower: 9n, ...changes } as const,
  ],
});
const kept = put(equivocations, 'ff', { height: 1n } as EquivocationRow);
const tombstone = (tombstoned: boolean) => put(signingInfos, 'aa', { tombstoned } as SigningInfoRow);
const asksToLeave = (validator: string) => sends(UNJAIL, 'slashing/4', { validator_addr: validator });
const unbonding = put(unbondingDelegations, unbondingDelegations.key('bb', 'aa'), {} as UnbondingDelegationRow);
const operated = put(validatorsByConsensusAddress, 'aa', 'aa');
const moved = (source: string) => put(redelegationsBySource, redelegationsBySource.key(source, 'bb', 'dd'), '');
const limits = put(consensusParams, SINGLETON, {
  evidence: { max_age_duration: 1_000_000_000n, max_age_num_blocks: 1n },
} as ConsensusParamsRow);
const happened = (...rows: RowChange[]) => ({ ...reported(), rows: [kept, ...rows] });
const told = (infraction: 'downtime' | 'double-sign') => ({
  ...vscPacket(1, 1, {}),
  source_port: 'consumer',
  destination_port: 'provider',
  data: writeSlashRequest({ address: 'aa', power: 5n, valsetUpdateId: 1n, infraction }),
});

testWitnesses(DOUBLE_SIGN_WITNESSES, {
  'double-sign-punished': { yes: provider(happened()), no: provider(reported()) },
  'double-sign-takes-unbonding-stake': { yes: provider(happened(unbonding)), no: provider(happened()) },
  'double-sign-takes-moved-stake': {
    yes: provider({ rows: [operated, moved('aa')] }, happened()),
    no: provider({ rows: [operated, moved('cc')] }, happened()),
  },
  'light-client-attack-reported': {
    yes: provider({ ...reported({ type: 'light-client-attack' }), rows: [kept] }),
    no: provider(happened()),
  },
  'old-double-sign-ignored': {
    yes: provider({ rows: [limits] }, {}, reported()),
    no: provider({ rows: [limits] }, reported()),
  },
  'second-double-sign-ignored': {
    yes: provider({ rows: [tombstone(true)] }, reported()),
    no: provider(happened(tombstone(true))),
  },
  'tombstoned-validator-unjail-refused': {
    yes: provider({ rows: [...bonded('aa', 5), tombstone(true)] }, asksToLeave('aa')),
    no: [
      provider({ rows: [...bonded('aa', 5), tombstone(false)] }, asksToLeave('aa')),
      provider({ rows: [...bonded('aa', 5), ...bonded('bb', 5), tombstone(true)] }, asksToLeave('bb')),
    ],
  },
  'double-sign-on-consumer': { yes: consumer(happened()), no: consumer(reported()) },
  'double-sign-packet-sent': {
    yes: consumer({ sent: [told('double-sign')] }),
    no: consumer({ sent: [told('downtime')] }),
  },
  'double-sign-logged': { yes: provider({ rows: [put(slashLog, 'aa', '')] }), no: provider({}) },
});
