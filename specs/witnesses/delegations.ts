import type { Message, TxResult } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { isSameAddress } from '../same-address.ts';
import { signingInfos } from '../tables/slashing.ts';
import { redelegations, unbondingDelegations } from '../tables/staking/delegation.ts';
import { lastValidatorPowers, validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import type { Hex } from '../value.ts';
import { answered, onProvider, refused, succeeded, witness, type Watch, type Witness } from '../witness.ts';

const DELEGATE = '/cosmos.staking.v1beta1.MsgDelegate';
const UNDELEGATE = '/cosmos.staking.v1beta1.MsgUndelegate';
const REDELEGATE = '/cosmos.staking.v1beta1.MsgBeginRedelegate';
const CANCEL = '/cosmos.staking.v1beta1.MsgCancelUnbondingDelegation';
const UNIT = 1_000_000n;

/** Delegations, undelegations and redelegations. */
export const DELEGATION_WITNESSES: readonly Witness[] = [
  witness(
    'delegated',
    'MsgDelegate',
    'Somebody delegated.',
    onProvider((event) => succeeded(event, DELEGATE)),
  ),
  witness(
    'delegation-without-power',
    'SDK x/staking (power reduction)',
    'A delegation succeeded that was too small to change the power.',
    onProvider((event) => succeeded(event, DELEGATE) && !event.changes.has(lastValidatorPowers.name)),
  ),
  witness(
    'power-at-the-edge',
    'SDK x/staking (power reduction)',
    'The tokens of a validator became exactly one unit of power, or one token less.',
    onProvider(
      (event) =>
        event.block.height > 1n &&
        changesOf(event, validators).some(
          ({ row }) => row !== undefined && [0n, UNIT - 1n].includes(row.tokens % UNIT),
        ),
    ),
  ),
  witness(
    'delegation-refused-for-funds',
    'MsgDelegate',
    'A delegation was refused because the account has insufficient funds.',
    onProvider((event) => refused(event, DELEGATE, 'sdk', 5)),
  ),
  witness(
    'undelegated',
    'MsgUndelegate',
    'Somebody undelegated.',
    onProvider((event) => succeeded(event, UNDELEGATE)),
  ),
  witness(
    'too-many-unbondings-refused',
    'MsgUndelegate',
    'An undelegation was refused because the delegation has the maximum number of unbonding entries.',
    onProvider((event) => refused(event, UNDELEGATE, 'staking', 27)),
  ),
  witness(
    'more-than-delegated-refused',
    'MsgUndelegate, MsgBeginRedelegate',
    'An undelegation of more than is delegated was refused.',
    onProvider((event) => [UNDELEGATE, REDELEGATE].some((type) => answered(event, type, isTooMuch))),
  ),
  witness(
    'unbonding-matured',
    'SDK x/staking, ICS-028 OV §Completion of Unbonding Operations',
    'An unbonding delegation completed and its tokens were paid back.',
    onProvider((event) => ended(event, unbondingDelegations.name) && !succeeded(event, CANCEL)),
  ),
  witness(
    'unbonding-cancelled',
    'MsgCancelUnbondingDelegation',
    'An unbonding delegation was cancelled.',
    onProvider((event) => succeeded(event, CANCEL)),
  ),
  witness(
    'redelegated',
    'MsgBeginRedelegate',
    'Stake moved.',
    onProvider((event) => succeeded(event, REDELEGATE)),
  ),
  witness(
    'too-many-redelegations-refused',
    'MsgBeginRedelegate',
    'A redelegation was refused because there is the maximum number of entries between the same validators.',
    onProvider((event) => refused(event, REDELEGATE, 'staking', 33)),
  ),
  witness(
    'transitive-redelegation-refused',
    'MsgBeginRedelegate',
    'The redelegation of stake that is still being redelegated was refused.',
    onProvider((event) => refused(event, REDELEGATE, 'staking', 32)),
  ),
  witness(
    'redelegation-matured',
    'SDK x/staking',
    'A redelegation completed.',
    onProvider((event) => ended(event, redelegations.name)),
  ),
  {
    name: 'operator-jailed-itself',
    source: 'MsgUndelegate, MsgBeginRedelegate',
    describes: 'An operator undelegated so much of its self-delegation that its validator was jailed.',
    watch(): Watch {
      const jailed = new Set<Hex>();
      return {
        sees: onProvider((event) => {
          let seen = false;
          for (const { key, row } of changesOf(event, validators)) {
            if (row?.jailed !== true) jailed.delete(key);
            else if (!jailed.has(key)) {
              jailed.add(key);
              seen ||= takesOwnStake(event, row.operator_address) && !isHeld(event, key);
            }
          }
          return seen;
        }),
      };
    },
  },
];

/** Whether an operator undelegated or redelegated from its own validator. */
function takesOwnStake(event: BlockEvent, operator: string): boolean {
  const takes = ({ code }: TxResult, { delegator_address: by }: Message, from: unknown): boolean =>
    code === 0 && from === operator && isSameAddress(by, operator);
  return (
    answered(event, UNDELEGATE, (result, message) => takes(result, message, message['validator_address'])) ||
    answered(event, REDELEGATE, (result, message) => takes(result, message, message['validator_src_address']))
  );
}

/** Whether the validator has a jail time, as after downtime and double signs. A validator jailed for too small a self-delegation has none. */
function isHeld({ view, block }: BlockEvent, operator: Hex): boolean {
  const [address = ''] = [...view.rows(validatorsByConsensusAddress)].find(([, of]) => of === operator) ?? [];
  const info = view.row(signingInfos, address);
  return info !== undefined && info.jailed_until >= block.time;
}

/** Whether a message was refused because of an amount that is well formed. */
function isTooMuch({ codespace, code }: TxResult, { amount: coin }: Message): boolean {
  const isAmount = typeof coin === 'object' && coin !== null && 'amount' in coin && coin.amount !== 0n;
  return isAmount && ((codespace === 'sdk' && code === 18) || (codespace === 'staking' && code === 24));
}

function ended(event: BlockEvent, table: string): boolean {
  return event.changes.get(table)?.some(({ row }) => row === undefined) ?? false;
}
