import { consumerAddressesToPrune, consumerKeys, consumerValidators, optedIn } from '../tables/provider.ts';
import { bonded, member } from '../testing/provider-rows.ts';
import { drop, put, vscPacket } from '../testing/story.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { KEY_WITNESSES } from './keys.ts';

const ASSIGN = '/interchain_security.ccv.provider.v1.MsgAssignConsumerKey';
const OPT_IN = '/interchain_security.ccv.provider.v1.MsgOptIn';
const OPT_OUT = '/interchain_security.ccv.provider.v1.MsgOptOut';
const CREATE = '/cosmos.staking.v1beta1.MsgCreateValidator';
const key = (ed25519: string, at = consumerKeys.key('0', 'aa')) => put(consumerKeys, at, { ed25519 });
const toPrune = consumerAddressesToPrune.key('0', 1000n);

testWitnesses(KEY_WITNESSES, {
  'opted-in': { yes: provider(sends(OPT_IN)), no: provider(sends(OPT_IN, 'provider/27')) },
  'opted-in-with-key': { yes: provider({ ...sends(OPT_IN), rows: [key('cc')] }), no: provider(sends(OPT_IN)) },
  'opted-out': {
    yes: provider({ ...sends(OPT_OUT), rows: [drop(optedIn, optedIn.key('0', 'aa'))] }),
    no: provider({ rows: [drop(optedIn, optedIn.key('0', 'aa'))] }),
  },
  'opt-out-refused': { yes: provider(sends(OPT_OUT, 'provider/27')), no: provider(sends(OPT_OUT)) },
  'key-assigned': { yes: provider(sends(ASSIGN)), no: provider(sends(ASSIGN, 'provider/10')) },
  'key-assigned-twice': {
    yes: provider({ rows: [key('cc')] }, { rows: [key('dd')] }),
    no: provider({ rows: [key('cc')] }, { rows: [key('dd', consumerKeys.key('1', 'aa'))] }),
  },
  'key-back-to-own': {
    yes: provider({ rows: [...bonded('aa', 5), key('cc')] }, { rows: [key('aa')] }),
    no: provider({ rows: [...bonded('aa', 5), key('cc')] }),
  },
  'key-in-use-refused': { yes: provider(sends(ASSIGN, 'provider/10')), no: provider(sends(ASSIGN, 'provider/11')) },
  'default-key-refused': { yes: provider(sends(OPT_IN, 'provider/11')), no: provider(sends(OPT_IN)) },
  'validator-with-used-key-refused': {
    yes: provider(sends(CREATE, 'undefined/111222')),
    no: provider(sends(CREATE, 'staking/5')),
  },
  'vsc-with-key-change': {
    yes: provider(
      { rows: [member('0', 'aa', 5)] },
      { rows: [member('0', 'aa', 5, 'cc')], sent: [vscPacket(1, 1, { aa: 0, cc: 5 })] },
    ),
    no: provider(
      { rows: [member('0', 'aa', 5)] },
      {
        rows: [drop(consumerValidators, consumerValidators.key('0', 'aa')), member('0', 'cc', 5)],
        sent: [vscPacket(1, 1, { aa: 0, cc: 5 })],
      },
    ),
  },
  'old-keys-pruned': {
    yes: provider({ rows: [drop(consumerAddressesToPrune, toPrune)] }),
    no: provider({ rows: [put(consumerAddressesToPrune, toPrune, { addresses: [] })] }),
  },
});
