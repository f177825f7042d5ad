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

/** How a chain that lived on its own becomes a consumer. */
export const CHANGEOVER_WITNESSES: readonly Witness[] = needing('changeover', [
  witness(
    'chain-on-its-own',
    CHANGEOVER,
    'A chain started with validators of its own, which may become a consumer.',
    (event) => event.event === 'start' && event.kind === 'sovereign',
  ),
  witness(
    'changeover-planned',
    '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
    'A chain on its own decided to become a consumer.',
    onSovereign((event) => changesOf(event, upgradePlan).some(({ row }) => row !== undefined)),
  ),
  witness(
    'changed-over',
    CHANGEOVER,
    'A chain that lived on its own became a consumer: all of its validators but those of the provider lost their power.',
    onConsumer((event) => changesOver(event) && event.observation.validatorUpdates.some(({ power }) => power === 0n)),
  ),
  witness(
    'validator-stays-at-changeover',
    CHANGEOVER,
    'A validator of a chain that became a consumer is one of the provider too, with the same key.',
    (event) =>
      event.event === 'start' && livedOnItsOwn(event) && event.set.some(({ pubKey }) => initialSet(event).has(pubKey)),
  ),
  witness(
    'changed-over-connected',
    CHANGEOVER,
    'A chain became a consumer over a connection that it had: it began the CCV channel at once.',
    onConsumer(
      (event) => changesOver(event) && changesOf(event, channelEnds).some(({ key }) => key.startsWith('consumer/')),
    ),
  ),
  witness(
    'equivocation-of-before-punished',
    CHANGEOVER,
    'Who signed twice before the provider secured a chain lost stake on that chain.',
    onConsumer((event) => isPunishedAtHome(event) && changesOf(event, equivocations).length > 0),
  ),
  witness(
    'downtime-of-before-punished',
    CHANGEOVER,
    'Who was down before the provider secured a chain lost stake on that chain.',
    onConsumer((event) => isPunishedAtHome(event) && event.block.misbehavior.length === 0),
  ),
  witness(
    'unjailed-on-its-own',
    'MsgUnjail',
    'A validator of a chain on its own came out of jail.',
    onSovereign((event) => succeeded(event, '/cosmos.slashing.v1beta1.MsgUnjail')),
  ),
  witness(
    'unjail-too-early-on-its-own',
    'MsgUnjail',
    'A validator of a chain on its own wanted to come out of jail before its time.',
    onSovereign((event) => refused(event, '/cosmos.slashing.v1beta1.MsgUnjail', 'slashing', 4)),
  ),
  witness(
    'punished-on-its-own',
    CHANGEOVER,
    'A validator of a chain on its own lost stake.',
    onSovereign((event) => changesOf(event, slashEvents).length > 0),
  ),
]);

/** Whether the own stakers of a chain that lived on its own lost stake since it is a consumer. */
function isPunishedAtHome(event: BlockEvent): boolean {
  const isFormer = event.view.row(previouslySovereign, SINGLETON) !== undefined;
  return isFormer && changesOf(event, slashEvents).some(({ row }) => row !== undefined);
}
