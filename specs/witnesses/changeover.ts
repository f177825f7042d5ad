import { SINGLETON } from '../key.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { changesOver } from '../history/changeover.ts';
import { initialSet, livedOnItsOwn } from '../history/initial-set.ts';
import { previouslySovereign } from '../tables/consumer.ts';
import { slashEvents } from '../tables/distribution.ts';
import { equivocations } from '../tables/evidence.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { upgradePlan } from '../tables/upgrade.ts';
import { needing, onConsumer, onSovereign, refused, succeeded, witness, type Witness } from '../witness.ts';

const CHANGEOVER = 'ADR-010';

/** The changeover of a standalone chain to a consumer (ADR-010). */
export const CHANGEOVER_WITNESSES: readonly Witness[] = needing('changeover', [
  witness(
    'standalone-chain-started',
    CHANGEOVER,
    'A standalone chain started with its own validators.',
    (event) => event.event === 'start' && event.kind === 'sovereign',
  ),
  witness(
    'changeover-scheduled',
    '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
    'Governance of a standalone chain scheduled the upgrade to a consumer.',
    onSovereign((event) => changesOf(event, upgradePlan).some(({ row }) => row !== undefined)),
  ),
  witness(
    'changed-over',
    CHANGEOVER,
    'A standalone chain became a consumer: it removed all its validators that the provider does not have.',
    onConsumer((event) => changesOver(event) && event.observation.validatorUpdates.some(({ power }) => power === 0n)),
  ),
  witness(
    'validator-stays-at-changeover',
    CHANGEOVER,
    'A validator of a standalone chain stayed at the changeover because the provider has it with the same key.',
    (event) =>
      event.event === 'start' && livedOnItsOwn(event) && event.set.some(({ pubKey }) => initialSet(event).has(pubKey)),
  ),
  witness(
    'changed-over-connected',
    CHANGEOVER,
    'A standalone chain became a consumer over an existing connection, and opened the CCV channel itself.',
    onConsumer(
      (event) => changesOver(event) && changesOf(event, channelEnds).some(({ key }) => key.startsWith('consumer/')),
    ),
  ),
  witness(
    'double-sign-before-changeover-slashed',
    CHANGEOVER,
    'A validator lost stake on a former standalone chain for a double sign before the changeover.',
    onConsumer((event) => isPunishedAtHome(event) && changesOf(event, equivocations).length > 0),
  ),
  witness(
    'downtime-before-changeover-slashed',
    CHANGEOVER,
    'A validator lost stake on a former standalone chain for downtime before the changeover.',
    onConsumer((event) => isPunishedAtHome(event) && event.block.misbehavior.length === 0),
  ),
  witness(
    'unjailed-on-standalone',
    'MsgUnjail',
    'A standalone chain unjailed a validator.',
    onSovereign((event) => succeeded(event, '/cosmos.slashing.v1beta1.MsgUnjail')),
  ),
  witness(
    'unjail-too-early-on-standalone',
    'MsgUnjail',
    'A standalone chain refused to unjail a validator before its jail time was over.',
    onSovereign((event) => refused(event, '/cosmos.slashing.v1beta1.MsgUnjail', 'slashing', 4)),
  ),
  witness(
    'slashed-on-standalone',
    CHANGEOVER,
    'A standalone chain slashed one of its validators.',
    onSovereign((event) => changesOf(event, slashEvents).length > 0),
  ),
]);

/** Whether a former standalone chain slashed one of its own staking validators after the changeover. */
function isPunishedAtHome(event: BlockEvent): boolean {
  const isFormer = event.view.row(previouslySovereign, SINGLETON) !== undefined;
  return isFormer && changesOf(event, slashEvents).some(({ row }) => row !== undefined);
}
