import type { RowChange } from '../block.ts';
import {
  allowlist,
  consumerOwners,
  consumerValidators,
  denylist,
  minimumPowerInTopN,
  prioritylist,
} from '../tables/provider.ts';
import { bonded, launched, member, optIn, phase, shaped } from '../testing/provider-rows.ts';
import { drop, put } from '../testing/story.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { GOVERNANCE, PARTIAL_SET_WITNESSES } from './partial-set.ts';

const OPT_IN = '/interchain_security.ccv.provider.v1.MsgOptIn';
const OPT_OUT = '/interchain_security.ccv.provider.v1.MsgOptOut';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';

/** Two bonded validators opted in to a consumer, and only the first is in its set. */
const first = member('0', 'aa', 3);
const second = member('0', 'bb', 5);
const both: readonly RowChange[] = [...bonded('aa', 3), ...bonded('bb', 5), optIn('0', 'aa'), optIn('0', 'bb')];

const less = (row: RowChange) => provider({ rows: [...both, first, row] });
const same = (row: RowChange) => provider({ rows: [...both, first, second, row] });

testWitnesses(PARTIAL_SET_WITNESSES, {
  'ownership-transferred-to-governance': {
    yes: provider({ rows: [put(consumerOwners, '0', GOVERNANCE)] }),
    no: provider({ rows: [put(consumerOwners, '0', 'cosmos1')] }),
  },
  'top-n-started': {
    yes: provider({ rows: [put(minimumPowerInTopN, '0', 3n)] }),
    no: provider({ rows: [shaped('0', { top_N: 0 })] }),
  },
  'top-n-changed': {
    yes: provider({ rows: [shaped('0', { top_N: 50 })] }, { rows: [shaped('0', { top_N: 60 })] }),
    no: provider({ rows: [shaped('0', { top_N: 0 })] }, { rows: [shaped('0', { top_N: 60 })] }),
  },
  'top-n-ended': {
    yes: provider({ rows: [put(minimumPowerInTopN, '0', 3n)] }, { rows: [drop(minimumPowerInTopN, '0')] }),
    no: provider({ rows: [put(minimumPowerInTopN, '0', 3n)] }),
  },
  'opted-in-by-top-n': {
    yes: provider({ rows: [optIn('0', 'aa')] }),
    no: provider({ rows: [optIn('0', 'aa')], ...sends(OPT_IN) }),
  },
  'opt-out-of-top-n-refused': {
    yes: provider(sends(OPT_OUT, 'provider/20')),
    no: provider(sends(OPT_OUT, 'provider/27')),
  },
  'opted-out-below-top-n': {
    yes: provider({ rows: [shaped('0', { top_N: 50 })] }, sends(OPT_OUT, '', { consumer_id: '0' })),
    no: provider({ rows: [shaped('0', { top_N: 0 })] }, sends(OPT_OUT, '', { consumer_id: '0' })),
  },
  'top-n-by-owner-refused': {
    yes: provider(sends(UPDATE, 'provider/39')),
    no: provider(sends(UPDATE, 'provider/25')),
  },
  'set-cut-by-cap': {
    yes: less(shaped('0', { validator_set_cap: 1 })),
    no: less(shaped('0', { validator_set_cap: 2 })),
  },
  'powers-capped': {
    yes: provider({ rows: [...both, first, member('0', 'bb', 4), shaped('0', { validators_power_cap: 50 })] }),
    no: provider({ rows: [...both, first, second, shaped('0', { validators_power_cap: 100 })] }),
  },
  'left-out-by-allowlist': {
    yes: less(put(allowlist, allowlist.key('0', 'aa'), '')),
    no: less(put(allowlist, allowlist.key('0', 'bb'), '')),
  },
  'left-out-by-denylist': {
    yes: less(put(denylist, denylist.key('0', 'bb'), '')),
    no: less(put(denylist, denylist.key('0', 'aa'), '')),
  },
  'left-out-for-stake': {
    yes: less(shaped('0', { min_stake: 5_000_001n })),
    no: less(shaped('0', { min_stake: 5_000_000n })),
  },
  'priority-before-power': {
    yes: provider({
      rows: [...both, first, put(prioritylist, prioritylist.key('0', 'aa'), ''), shaped('0', { validator_set_cap: 1 })],
    }),
    no: provider({
      rows: [
        ...both,
        second,
        put(prioritylist, prioritylist.key('0', 'bb'), ''),
        shaped('0', { validator_set_cap: 1 }),
      ],
    }),
  },
  'set-of-one': { yes: less(shaped('0', {})), no: same(shaped('0', {})) },
  'set-emptied': {
    yes: provider(
      { rows: launched('0', { aa: 3 }) },
      { rows: [drop(consumerValidators, consumerValidators.key('0', 'aa'))] },
    ),
    no: provider(
      { rows: launched('0', { aa: 3 }) },
      { rows: [phase('0', 'CONSUMER_PHASE_STOPPED'), drop(consumerValidators, consumerValidators.key('0', 'aa'))] },
    ),
  },
  'set-exchanged': {
    yes: provider({ rows: [first] }, { rows: [drop(consumerValidators, consumerValidators.key('0', 'aa')), second] }),
    no: provider({ rows: [first] }, { rows: [second] }),
  },
  'set-larger-than-consensus': {
    yes: provider({ rows: [...bonded('aa', 3), ...bonded('bb', 5, false), first, second] }),
    no: provider({ rows: [...bonded('aa', 3), ...bonded('bb', 5), first, second] }),
  },
});
