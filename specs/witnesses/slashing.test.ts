import { writeValidatorSetChange } from '../ccv-packet.ts';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import { validators } from '../tables/staking/validator.ts';
import { staked } from '../testing/provider-rows.ts';
import { put, vscPacket } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { SLASHING_WITNESSES } from './slashing.ts';

const UNJAIL = '/cosmos.slashing.v1beta1.MsgUnjail';
const HOUR = 3_600_000_000_000n;
const jailed = put(validators, 'aa', staked('aa', 5, { jailed: true }));
const missed = (offset: bigint) =>
  put(signingInfos, 'aa', { index_offset: offset, jailed_until: HOUR } as SigningInfoRow);
const vote = (signed: boolean) => ({ votes: [{ address: 'aa', power: 5n, signed }] });
const slash = { ...vscPacket(1, 1, {}), source_port: 'consumer', destination_port: 'provider' };
const answered = (result: number) => ({
  received: [slash],
  acknowledgement: Buffer.from(JSON.stringify({ result: Buffer.of(result).toString('base64') })).toString('hex'),
});
const vsc = (...slashAcks: string[]) => ({
  ...vscPacket(1, 1, {}),
  data: writeValidatorSetChange({ updates: [], valsetUpdateId: 1n, slashAcks }),
});

testWitnesses(SLASHING_WITNESSES, {
  'block-missed': { yes: provider(vote(false)), no: provider(vote(true)) },
  'jailed-for-downtime': {
    yes: provider({ rows: [jailed, missed(0n)] }),
    no: provider({ rows: [jailed, missed(7n)] }),
  },
  'unjail-refused-by-consumer': {
    yes: consumer(sends(UNJAIL, 'undefined/1')),
    no: [provider(sends(UNJAIL, 'undefined/1')), consumer(sends(UNJAIL))],
  },
  'unjail-too-early-refused': { yes: provider(sends(UNJAIL, 'slashing/4')), no: provider(sends(UNJAIL, 'slashing/5')) },
  'slash-packet-sent': { yes: consumer({ sent: [slash] }), no: consumer({ received: [vsc()] }) },
  'slash-packet-handled': { yes: provider(answered(2)), no: provider(answered(3)) },
  'jailed-for-consumer': { yes: provider({ ...answered(2), rows: [jailed] }), no: provider(answered(2)) },
  'slash-packet-bounced': { yes: provider(answered(3)), no: provider(answered(2)) },
  'slash-acknowledged': { yes: provider({ sent: [vsc('cosmosvalcons1aa')] }), no: provider({ sent: [vsc()] }) },
});
