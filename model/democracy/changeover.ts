import { firstConsumerHeight, isPreviouslySovereign } from '../consumer/changeover.ts';
import { initConsumer } from '../consumer/genesis.ts';
import { consumerStaking } from '../consumer/staking.ts';
import type { Context } from '../context.ts';
import { Halt, haltIfRefused } from '../halt.ts';
import type { EvidenceStaking } from '../sdk/evidence/module.ts';
import { stakingDowntime } from '../sdk/slashing/downtime.ts';
import type { SlashingStaking } from '../sdk/slashing/liveness.ts';
import type { StakingHooks } from '../sdk/staking/hooks.ts';
import { slash, type Infraction } from '../sdk/staking/slash.ts';

/**
 * What a chain that lived on its own does at the height at which it becomes a consumer (ADR-010): it starts its CCV
 * module from the genesis that its operators have put beside the program.
 */
export function changeOver(context: Context): void {
  const { genesisFile } = context;
  if (genesisFile === undefined) throw new Halt('there is no genesis of the CCV module');
  initConsumer(context, genesisFile);
}

/**
 * Who punishes on a consumer that may have lived on its own: what happened before the provider's validators signed its
 * blocks, its own staking slashes, and puts nobody in jail (ADR-010).
 */
export function changeoverStaking(hooks: StakingHooks): SlashingStaking & EvidenceStaking {
  const own = stakingDowntime(hooks);
  const slashBefore = (context: Context, infraction: Infraction): boolean => {
    const isBefore = isPreviouslySovereign(context) && infraction.height < firstConsumerHeight(context);
    if (isBefore) haltIfRefused(() => slash(context, hooks, infraction));
    return isBefore;
  };
  return {
    isJailed(context, address) {
      const isEarly = isPreviouslySovereign(context) && context.block.height < firstConsumerHeight(context);
      return (isEarly ? own : consumerStaking).isJailed(context, address);
    },
    punishDowntime(context, downtime) {
      if (!slashBefore(context, downtime)) consumerStaking.punishDowntime(context, downtime);
    },
    canBePunished: (context, address) => consumerStaking.canBePunished(context, address),
    punishEquivocation(context, infraction) {
      if (!slashBefore(context, infraction)) consumerStaking.punishEquivocation(context, infraction);
    },
  };
}
