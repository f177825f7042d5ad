import { authModule } from './auth/module.ts';
import { bankModule } from './bank/module.ts';
import { distributionModule } from './distribution.ts';
import { genutilModule } from './genutil.ts';
import { accountOnly } from './module-account.ts';
import { stakingDowntime } from './slashing/downtime.ts';
import { slashingHooks } from './slashing/hooks.ts';
import type { SlashingStaking } from './slashing/liveness.ts';
import { slashingModule } from './slashing/module.ts';
import { composeHooks, type StakingHooks } from './staking/hooks.ts';
import { stakingModule } from './staking/module.ts';

/**
 * The modules of the SDK that a provider runs, for its program to put in order. `hooks` are those of its own modules;
 * `hooks` of the answer are all of them, in the order of the program, as `slash` wants them.
 */
export function providerModules(hooks: StakingHooks) {
  const all = composeHooks([slashingHooks, hooks]);
  return {
    hooks: all,
    auth: authModule,
    bank: bankModule,
    distribution: distributionModule,
    staking: stakingModule(all),
    slashing: slashingModule(stakingDowntime(all)),
    gov: accountOnly('gov'),
    mint: accountOnly('mint'),
    genutil: genutilModule(all),
  } as const;
}

/** The modules of the SDK that a consumer runs; `staking` is how its CCV module stands in for a staking module. */
export function consumerModules(staking: SlashingStaking) {
  return { auth: authModule, bank: bankModule, slashing: slashingModule(staking) } as const;
}
