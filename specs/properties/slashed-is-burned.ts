import { SINGLETON } from '../key.ts';
import type { RowView } from '../rows.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { moduleAddress } from '../module-address.ts';
import { violation, type ExecutableProperty } from '../property.ts';
import { balances } from '../tables/bank.ts';
import { stakingParams } from '../tables/staking/chain.ts';
import { unbondingDelegations } from '../tables/staking/delegation.ts';
import { validators } from '../tables/staking/validator.ts';
import { slashesReceived } from '../history/slash-packets.ts';

/** Slashed tokens are burned. */
export const slashedIsBurned: ExecutableProperty = {
  name: 'slashed-is-burned',
  statement:
    'Slashed tokens are burned: after every punishment the staking pools hold exactly the bonded and the unbonding stake, to the ' +
    'last unit.',
  kind: 'safety',
  group: 'slashing',
  source: 'SM §Slashing; SDK x/staking, invariant module-accounts',
  touches: { provider: ['bank/balances', 'staking/validators', 'staking/unbonding-delegations'] },
  status: 'executable',
  monitor: () => ({
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start' || !punishes(event)) return undefined;
      const { view } = event;
      const denom = view.row(stakingParams, SINGLETON)?.bond_denom;
      if (denom === undefined) return undefined;
      const because = poolFault(view, denom);
      return because === undefined ? undefined : violation(event, because);
    },
  }),
};

/** Whether the block may have slashed a validator, for a consumer or for an infraction on the provider. */
function punishes(event: BlockEvent): boolean {
  const isJailed = (): boolean => changesOf(event, validators).some(({ row }) => row?.jailed === true);
  return event.block.misbehavior.length > 0 || slashesReceived(event).length > 0 || isJailed();
}

function poolFault(view: RowView, denom: string): string | undefined {
  let bonded = 0n;
  let notBonded = 0n;
  for (const [, { status, tokens }] of view.rows(validators)) {
    if (status === 'BOND_STATUS_BONDED') bonded += tokens;
    else notBonded += tokens;
  }
  for (const [, { entries }] of view.rows(unbondingDelegations)) {
    for (const { balance } of entries) notBonded += balance;
  }
  return (
    wrongPool(view, denom, 'bonded_tokens_pool', bonded) ?? wrongPool(view, denom, 'not_bonded_tokens_pool', notBonded)
  );
}

function wrongPool(view: RowView, denom: string, name: string, expected: bigint): string | undefined {
  const held = view.row(balances, balances.key(moduleAddress(name), denom)) ?? 0n;
  return held === expected ? undefined : `the ${name} holds ${held}; however it should hold ${expected}`;
}
