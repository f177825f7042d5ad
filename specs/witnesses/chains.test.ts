import type { Story } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { CHAIN_WITNESSES } from './chains.ts';

const UPDATE = '/ibc.core.client.v1.MsgUpdateClient';
const epochs = (length: bigint) => (story: Story) =>
  story.start('provider', { genesis: { provider: { blocks_per_epoch: length } } });
const update = (seconds: number, client = '07-tendermint-0') => ({
  ...sends(UPDATE, '', { client_id: client }),
  seconds,
});
const WEEK = 604_800;

testWitnesses(CHAIN_WITNESSES, {
  'epoch-of-one-block': { yes: epochs(1n), no: epochs(2n) },
  'block-hours-later': { yes: consumer({}, { seconds: 7200 }), no: consumer({ seconds: 7200 }) },
  'client-updated': { yes: consumer(update(1)), no: consumer(sends(UPDATE, 'client/29')) },
  'client-updated-late': {
    yes: consumer(update(1), update(WEEK + 1)),
    no: consumer(update(1), update(WEEK + 1, '07-tendermint-1')),
  },
  'header-refused': { yes: provider(sends(UPDATE, 'undefined/1')), no: provider(sends(UPDATE)) },
  'expired-client-refused': { yes: provider(sends(UPDATE, 'client/29')), no: provider(sends(UPDATE, 'client/4')) },
  'provider-updates-returned': {
    yes: provider({ updates: [{ pubKey: 'aa', power: 5n }] }),
    no: consumer({ updates: [{ pubKey: 'aa', power: 5n }] }),
  },
});
