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
 * Starts the CCV module of a standalone chain at the height of its changeover (ADR-010), from the genesis that its
 * operators provide.
 */
export function changeOver(context: Context): void {
  const { genesisFile } = context;
  if (genesisFile === undefined) throw new Halt('consumer/genesis-missing', 'there is no genesis of the CCV module');
  initConsumer(context, genesisFile);
}

/**
 * Punishes infractions on a consumer that may be a former standalone chain. Its own staking module slashes for
 * infractions from before the provider's validators signed its blocks, and jails nobody (ADR-010).
 */
export function changeoverStaking(hooks: StakingHooks): SlashingStaking & EvidenceStaking {
  const own = stakingDowntime(hooks);
  const slashBefore = (context: Context, infraction: Infraction): boolean => {
    const isBefore = isPreviouslySovereign(context) && infraction.height < firstConsumerHeight(context);
    if (isBefore) haltIfRefused('staking/slash-refused', () => slash(context, hooks, infraction));
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
