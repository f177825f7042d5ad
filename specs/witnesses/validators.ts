import { SINGLETON } from '../key.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { bondedValidators } from '../history/active-validators.ts';
import {
  consumerValidators,
  lastProviderConsensusValidators,
  powerShaping,
  providerParams,
} from '../tables/provider.ts';
import { stakingParams } from '../tables/staking/chain.ts';
import { lastValidatorPowers, validators } from '../tables/staking/validator.ts';
import { onProvider, refused, succeeded, witness, type Watch, type Witness } from '../witness.ts';

const ACTIVE = 'ADR-017';
const STAKING = 'SDK x/staking';

/** Validators on the provider: bonded, active, jailed. */
export const VALIDATOR_WITNESSES: readonly Witness[] = [
  witness(
    'validator-created',
    'MsgCreateValidator',
    'A validator was created after genesis.',
    onProvider((event) => succeeded(event, '/cosmos.staking.v1beta1.MsgCreateValidator')),
  ),
  witness(
    'commission-edited',
    'MsgEditValidator',
    'A validator changed its description or its commission.',
    onProvider((event) => succeeded(event, '/cosmos.staking.v1beta1.MsgEditValidator')),
  ),
  witness(
    'consumer-commission-set',
    'MsgSetConsumerCommissionRate',
    'A validator set its own commission rate for a consumer.',
    onProvider((event) => succeeded(event, '/interchain_security.ccv.provider.v1.MsgSetConsumerCommissionRate')),
  ),
  witness(
    'validator-jailed',
    STAKING,
    'A validator was jailed.',
    onProvider((event) => changesOf(event, validators).some(({ row }) => row?.jailed === true)),
  ),
  witness(
    'validator-unjailed',
    'MsgUnjail',
    'A validator was unjailed.',
    onProvider((event) => succeeded(event, '/cosmos.slashing.v1beta1.MsgUnjail')),
  ),
  witness(
    'unjail-refused',
    'MsgUnjail',
    'A MsgUnjail was refused.',
    onProvider((event) =>
      [4, 5, 6].some((code) => refused(event, '/cosmos.slashing.v1beta1.MsgUnjail', 'slashing', code)),
    ),
  ),
  witness(
    'validator-removed',
    STAKING,
    'A validator without delegations was removed.',
    onProvider((event) => changesOf(event, validators).some(({ row }) => row === undefined)),
  ),
  witness(
    'fell-out-of-active-set',
    ACTIVE,
    'A bonded validator left the active set.',
    onProvider((event) => {
      const left = changesOf(event, lastProviderConsensusValidators).filter(({ row }) => row === undefined);
      return (
        left.length > 0 && bondedValidators(event.view).some(({ address }) => left.some(({ key }) => key === address))
      );
    }),
  ),
  witness(
    'unbonded-by-higher-stake',
    STAKING,
    'A validator that was not jailed lost its bond because others had more stake.',
    onProvider((event) =>
      changesOf(event, validators).some(
        ({ key, row }) =>
          row?.status === 'BOND_STATUS_UNBONDING' &&
          !row.jailed &&
          row.tokens >= 1_000_000n &&
          changesOf(event, lastValidatorPowers).some((change) => change.key === key && change.row === undefined),
      ),
    ),
  ),
  witness(
    'more-bonded-than-active',
    ACTIVE,
    'There were more bonded validators than max_provider_consensus_validators.',
    onProvider(
      (event) =>
        event.changes.has(lastValidatorPowers.name) && bonded(event) > (most(event) ?? Number.POSITIVE_INFINITY),
    ),
  ),
  witness(
    'more-candidates-than-bonded',
    STAKING,
    'There were more validators with enough stake than max_validators.',
    onProvider((event) => event.changes.has(validators.name) && candidates(event) > (maxValidators(event) ?? 0)),
  ),
  witness(
    'tie-at-the-boundary',
    ACTIVE,
    'The last active and the first inactive validator had the same power.',
    onProvider((event) => event.changes.has(lastValidatorPowers.name) && tied(event)),
  ),
  witness(
    'inactive-validator-on-consumer',
    ACTIVE,
    'An inactive validator validated a consumer.',
    onProvider((event) =>
      changesOf(event, consumerValidators).some(
        ({ key, row }) =>
          row !== undefined &&
          event.view.row(lastProviderConsensusValidators, key.slice(key.indexOf('/') + 1)) === undefined,
      ),
    ),
  ),
  {
    name: 'validator-came-back-to-consumer',
    source: 'ADR-015',
    describes: 'A validator left the set of a consumer and joined it again.',
    watch(): Watch {
      const gone = new Set<string>();
      return {
        sees: onProvider((event) => {
          let back = false;
          for (const { key, row } of changesOf(event, consumerValidators)) {
            if (row === undefined) gone.add(key);
            else back ||= gone.has(key);
          }
          return back;
        }),
      };
    },
  },
  witness(
    'power-shaped',
    'ADR-015, ADR-017',
    'A consumer got power shaping parameters: lists, caps or a minimum stake.',
    onProvider((event) =>
      changesOf(event, powerShaping).some(
        ({ row }) =>
          row !== undefined &&
          (row.validators_power_cap > 0 ||
            row.validator_set_cap > 0 ||
            row.min_stake > 0n ||
            row.allowlist.length + row.denylist.length + row.prioritylist.length > 0),
      ),
    ),
  ),
];

function bonded({ view }: BlockEvent): number {
  let count = 0;
  for (const _ of view.rows(lastValidatorPowers)) count++;
  return count;
}

function candidates({ view }: BlockEvent): number {
  let count = 0;
  for (const [, { jailed, tokens }] of view.rows(validators)) if (!jailed && tokens >= 1_000_000n) count++;
  return count;
}

function most({ view }: BlockEvent): number | undefined {
  const params = view.row(providerParams, SINGLETON);
  return params && Number(params.max_provider_consensus_validators);
}

function maxValidators({ view }: BlockEvent): number | undefined {
  return view.row(stakingParams, SINGLETON)?.max_validators;
}

function tied(event: BlockEvent): boolean {
  const limit = most(event) ?? 0;
  const sorted = bondedValidators(event.view);
  return limit > 0 && sorted.length > limit && sorted[limit - 1]?.power === sorted[limit]?.power;
}
