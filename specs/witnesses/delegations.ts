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

/** Stake that moves. */
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
    'A delegation succeeded that changed no power.',
    onProvider((event) => succeeded(event, DELEGATE) && !event.changes.has(lastValidatorPowers.name)),
  ),
  witness(
    'power-at-the-edge',
    'SDK x/staking (power reduction)',
    'A validator came to have one token less than a unit of power, or exactly a unit.',
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
    'A delegation was refused because the account does not have the amount.',
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
    'An unbonding was refused because the delegation has too many of them.',
    onProvider((event) => refused(event, UNDELEGATE, 'staking', 27)),
  ),
  witness(
    'more-than-delegated-refused',
    'MsgUndelegate, MsgBeginRedelegate',
    'Somebody wanted to take more away than is delegated.',
    onProvider((event) => [UNDELEGATE, REDELEGATE].some((type) => answered(event, type, isTooMuch))),
  ),
  witness(
    'unbonding-matured',
    'SDK x/staking, ICS-028 OV §Completion of Unbonding Operations',
    'An unbonding delegation was over and its tokens were paid back.',
    onProvider((event) => ended(event, unbondingDelegations.name) && !succeeded(event, CANCEL)),
  ),
  witness(
    'unbonding-cancelled',
    'MsgCancelUnbondingDelegation',
    'An unbonding was taken back.',
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
    'A redelegation was refused because there are too many between the same validators.',
    onProvider((event) => refused(event, REDELEGATE, 'staking', 33)),
  ),
  witness(
    'transitive-redelegation-refused',
    'MsgBeginRedelegate',
    'Stake that is still moving could not be moved on.',
    onProvider((event) => refused(event, REDELEGATE, 'staking', 32)),
  ),
  witness(
    'redelegation-matured',
    'SDK x/staking',
    'A redelegation was over.',
    onProvider((event) => ended(event, redelegations.name)),
  ),
  {
    name: 'operator-jailed-itself',
    source: 'MsgUndelegate, MsgBeginRedelegate',
    describes: 'An operator took so much of its own stake away that its validator was jailed.',
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

/** Whether an operator took stake away that it had delegated to itself. */
function takesOwnStake(event: BlockEvent, operator: string): boolean {
  const takes = ({ code }: TxResult, { delegator_address: by }: Message, from: unknown): boolean =>
    code === 0 && from === operator && isSameAddress(by, operator);
  return (
    answered(event, UNDELEGATE, (result, message) => takes(result, message, message['validator_address'])) ||
    answered(event, REDELEGATE, (result, message) => takes(result, message, message['validator_src_address']))
  );
}

/** Whether a validator has to stay in jail for a time, as after downtime and double signs, but not for its own doing. */
function isHeld({ view, block }: BlockEvent, operator: Hex): boolean {
  const [address = ''] = [...view.rows(validatorsByConsensusAddress)].find(([, of]) => of === operator) ?? [];
  const info = view.row(signingInfos, address);
  return info !== undefined && info.jailed_until >= block.time;
}

/** Whether a message was refused for its amount, although that is one. */
function isTooMuch({ codespace, code }: TxResult, { amount: coin }: Message): boolean {
  const isAmount = typeof coin === 'object' && coin !== null && 'amount' in coin && coin.amount !== 0n;
  return isAmount && ((codespace === 'sdk' && code === 18) || (codespace === 'staking' && code === 24));
}

function ended(event: BlockEvent, table: string): boolean {
  return event.changes.get(table)?.some(({ row }) => row === undefined) ?? false;
}
