import { SINGLETON } from '../../specs/key.ts';
import { protocolVersion, upgradePlan, upgradesDone, type PlanRow } from '../../specs/tables/upgrade.ts';
import { NO_TIME } from '../../specs/value.ts';
import type { Context, MessageOf, Module } from '../context.ts';
import { Halt, haltIfRefused } from '../halt.ts';
import { authority } from './authority.ts';
import { ensure } from './errors.ts';

/** `cosmos.upgrade.v1beta1.MsgSoftwareUpgrade`. */
type MsgSoftwareUpgrade = MessageOf<{ readonly authority: string; readonly plan: PlanRow }>;

/** `cosmos.upgrade.v1beta1.MsgCancelUpgrade`. */
type MsgCancelUpgrade = MessageOf<{ readonly authority: string }>;

/** What a program does when it is the one that a plan asks for, by the name of the plan. */
export type Upgrades = Readonly<Record<string, (context: Context) => void>>;

/**
 * The upgrade module: it stops the program at the height of a plan that is for another one, and one that was put in its
 * place too early; the right one carries the plan out before anything else in the block.
 */
export function upgradeModule(upgrades: Upgrades = {}): Module {
  return {
    name: 'upgrade',
    beginBlock(context) {
      const plan = context.draft.get(upgradePlan, SINGLETON);
      if (plan === undefined) return;
      const upgrade = upgrades[plan.name];
      if (plan.height > context.block.height) {
        if (upgrade !== undefined) throw new Halt('upgrade/too-early', `it is too early for the upgrade ${plan.name}`);
        return;
      }
      if (upgrade === undefined) throw new Halt('upgrade/needed', `the upgrade ${plan.name} is needed`);
      haltIfRefused('upgrade/refused', () => upgrade(context));
      markDone(context, plan);
    },
    handlers: {
      '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade': schedule,
      '/cosmos.upgrade.v1beta1.MsgCancelUpgrade': cancel,
    },
  };
}

function markDone({ draft, block }: Context, { name }: PlanRow): void {
  draft.set(protocolVersion, SINGLETON, (draft.get(protocolVersion, SINGLETON) ?? 0n) + 1n);
  draft.delete(upgradePlan, SINGLETON);
  draft.set(upgradesDone, upgradesDone.key(block.height, name), '01');
}

/** Another plan takes the place of one that waits; one that was carried out never comes again. */
function schedule(context: Context, { authority: by, plan }: MsgSoftwareUpgrade): void {
  const { draft, block } = context;
  ensure(by === authority(context), 'invalidUpgradeSigner', `${by} is not the governance account`);
  ensure(plan.time === NO_TIME, 'invalidRequest', 'a plan has a height and no time');
  ensure(plan.upgraded_client_state === null, 'invalidRequest', 'a plan has no client state');
  ensure(plan.name !== '', 'invalidRequest', 'a plan has a name');
  ensure(plan.height > 0n, 'invalidRequest', 'a plan has a height');
  ensure(plan.height >= block.height, 'invalidRequest', 'a plan is for a height to come');
  const isDone = [...draft.entries(upgradesDone)].some(([key]) => key.endsWith(`/${plan.name}`));
  ensure(!isDone, 'invalidRequest', `the upgrade ${plan.name} was carried out`);
  draft.set(upgradePlan, SINGLETON, plan);
}

function cancel(context: Context, { authority: by }: MsgCancelUpgrade): void {
  ensure(by === authority(context), 'invalidUpgradeSigner', `${by} is not the governance account`);
  context.draft.delete(upgradePlan, SINGLETON);
}
