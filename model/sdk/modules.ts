import type { Context } from '../context.ts';
import { authModule } from './auth/module.ts';
import { bankModule } from './bank/module.ts';
import { consensusModule } from './consensus.ts';
import { distributionModule } from './distribution/module.ts';
import { stakingEquivocation } from './evidence/staking.ts';
import { evidenceModule, type EvidenceStaking } from './evidence/module.ts';
import { genutilModule } from './genutil.ts';
import { govModule, type Governed } from './gov/module.ts';
import { mintModule } from './mint.ts';
import { stakingDowntime } from './slashing/downtime.ts';
import type { SlashingStaking } from './slashing/liveness.ts';
import { slashingModule } from './slashing/module.ts';
import type { StakingHooks } from './staking/hooks.ts';
import { stakingModule } from './staking/module.ts';

/**
 * The modules of the SDK that a provider runs, for its program to put in order; `hooks` are those of all its modules,
 * `bondedTokens` those that count as bonded for the mint module, and `governed` what governance needs.
 */
export function providerModules(hooks: StakingHooks, bondedTokens: (context: Context) => bigint, governed: Governed) {
  return {
    auth: authModule,
    bank: bankModule,
    distribution: distributionModule,
    staking: stakingModule(hooks),
    slashing: slashingModule(stakingDowntime(hooks)),
    gov: govModule(governed),
    mint: mintModule(bondedTokens),
    evidence: evidenceModule(stakingEquivocation(hooks)),
    consensus: consensusModule,
    genutil: genutilModule(hooks),
  } as const;
}

/** The modules of the SDK that a consumer runs; `staking` is how its CCV module stands in for a staking module. */
export function consumerModules(staking: SlashingStaking & EvidenceStaking) {
  return {
    auth: authModule,
    bank: bankModule,
    slashing: slashingModule(staking),
    evidence: evidenceModule(staking),
    consensus: consensusModule,
  } as const;
}
