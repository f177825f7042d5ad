import type { RowChange } from '../block.ts';
import { consumerOwners, denylist, minimumPowerInTopN } from '../tables/provider.ts';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import { validators } from '../tables/staking/validator.ts';
import { bonded, member, optIn, params, shaped, staked } from '../testing/provider-rows.ts';
import { drop, put, type Happening } from '../testing/story.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { GOVERNANCE } from './partial-set.ts';
import { SHAPING_WITNESSES } from './shaping.ts';

const OPT_OUT = '/interchain_security.ccv.provider.v1.MsgOptOut';
const OPT_IN = '/interchain_security.ccv.provider.v1.MsgOptIn';

/** Two bonded validators with these powers that opted in. */
function two(a: number, b: number): readonly RowChange[] {
  return [...bonded('aa', a), ...bonded('bb', b), optIn('0', 'aa'), optIn('0', 'bb')];
}

/** Validators with these powers that all validate the consumer. All but the last have different stakes. */
function many(count: number, last: number): readonly RowChange[] {
  const powers = Array.from({ length: count }, (_, i) => (i === count - 1 ? last : i + 1));
  return powers.flatMap((power, i) => [...bonded(`a${i}`, power), member('0', `a${i}`, power)]);
}

/** A block recomputes the set of consumer 0. */
const renewed = (...rows: readonly RowChange[]) => provider({ rows });
/** Every block ends an epoch. */
const epoch = [params(1)];
const jailed = (is: boolean) => put(validators, 'bb', staked('bb', 5, { jailed: is }));
const tombstone = (is: boolean) => put(signingInfos, 'bb', { tombstoned: is } as SigningInfoRow);
const owner = (address: string) => ({ rows: [put(consumerOwners, '0', address)] });
const least = (power: bigint) => ({ rows: [put(minimumPowerInTopN, '0', power)] });
const everything = {
  validators_power_cap: 50,
  validator_set_cap: 3,
  min_stake: 7n,
  allowlist: ['a'],
  denylist: ['b'],
  prioritylist: ['c'],
};

const nothing = {};
/** The power shaping of consumer 0 changes; every second block ends an epoch. */
const anew = (change: Parameters<typeof shaped>[1]): Happening => ({ rows: [params(2), shaped('0', change)] });
const optsOut = (id: string) => sends(OPT_OUT, 'provider/20', { consumer_id: id });

testWitnesses(SHAPING_WITNESSES, {
  'tie-at-set-cap': {
    yes: renewed(...epoch, ...two(5, 5), member('0', 'aa', 5), shaped('0', { validator_set_cap: 1 })),
    no: [
      renewed(...epoch, ...two(5, 4), member('0', 'aa', 5), shaped('0', { validator_set_cap: 1 })),
      renewed(
        ...epoch,
        ...two(5, 5),
        put(denylist, denylist.key('0', 'bb'), ''),
        member('0', 'aa', 5),
        shaped('0', { validator_set_cap: 1, denylist: ['bb'] }),
      ),
      renewed(
        ...epoch,
        ...bonded('aa', 5),
        ...bonded('bb', 5, false),
        optIn('0', 'aa'),
        optIn('0', 'bb'),
        member('0', 'aa', 5),
        shaped('0', { validator_set_cap: 1 }),
      ),
    ],
  },
  'many-equals': {
    yes: renewed(...many(13, 1), shaped('0', {})),
    no: renewed(...many(13, 20), shaped('0', {})),
  },
  'power-spread': {
    yes: renewed(...two(9, 1), member('0', 'aa', 5), member('0', 'bb', 5), shaped('0', { validators_power_cap: 50 })),
    no: renewed(...two(5, 5), member('0', 'aa', 5), member('0', 'bb', 5), shaped('0', { validators_power_cap: 50 })),
  },
  'power-lost-to-cap': {
    yes: renewed(...two(9, 1), member('0', 'aa', 1), member('0', 'bb', 1), shaped('0', { validators_power_cap: 10 })),
    no: renewed(...two(9, 1), member('0', 'aa', 5), member('0', 'bb', 5), shaped('0', { validators_power_cap: 50 })),
  },
  'stake-at-the-minimum': {
    yes: renewed(...two(9, 1), member('0', 'aa', 9), shaped('0', { min_stake: 9_000_000n })),
    no: renewed(...two(9, 1), member('0', 'aa', 9), shaped('0', { min_stake: 8_999_999n })),
  },
  'jailed-validator-left-out': {
    yes: renewed(...two(9, 5), jailed(true), member('0', 'aa', 9), shaped('0', {})),
    no: renewed(...two(9, 5), jailed(false), member('0', 'aa', 9), shaped('0', {})),
  },
  'tombstoned-validator-left-out': {
    yes: renewed(...two(9, 5), tombstone(true), member('0', 'aa', 9), shaped('0', {})),
    no: renewed(...two(9, 5), tombstone(false), member('0', 'aa', 9), shaped('0', {})),
  },
  'tie-in-top-n': {
    yes: renewed(...two(5, 5), put(minimumPowerInTopN, '0', 5n)),
    no: renewed(...two(5, 4), put(minimumPowerInTopN, '0', 5n)),
  },
  'top-n-at-border': { yes: renewed(shaped('0', { top_N: 50 })), no: renewed(shaped('0', { top_N: 51 })) },
  'opted-in-after-top-n': {
    yes: provider({ rows: two(5, 9) }, least(5n), least(6n)),
    no: provider({ rows: two(5, 9), ...sends(OPT_IN) }, least(5n), { rows: [drop(minimumPowerInTopN, '0')] }),
  },
  'shaped-all-at-once': {
    yes: provider({ rows: [shaped('0', {})] }, { rows: [shaped('0', everything)] }),
    no: provider({ rows: [shaped('0', { denylist: ['b'] })] }, { rows: [shaped('0', everything)] }),
  },
  'shaped-all-at-once-again': {
    yes: provider(anew({}), anew(everything), {}, anew(nothing)),
    no: [
      provider(anew({}), {}, anew(everything), anew(nothing)),
      provider(anew({}), anew(everything), {}, {}, {}, anew(nothing)),
      provider(anew({}), anew(everything), {}, anew({ ...everything, min_stake: 8n })),
    ],
  },
  'opt-out-as-top-n-changes': {
    yes: provider(anew({ top_N: 50 }), { ...anew({ top_N: 60 }), ...optsOut('0') }),
    no: [
      provider(anew({ top_N: 50 }), { ...anew({ top_N: 60 }), ...optsOut('1') }),
      provider(anew({ top_N: 50 }), { ...anew({ top_N: 50, min_stake: 1n }), ...optsOut('0') }),
    ],
  },
  'ownership-transferred-by-governance': {
    yes: provider(owner(GOVERNANCE), owner('cosmos1')),
    no: provider(owner('cosmos1'), owner('cosmos2')),
  },
});
