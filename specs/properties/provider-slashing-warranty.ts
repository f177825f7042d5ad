import type { BlockEvent } from '../event.ts';
import { infractionHeight } from '../history/infraction-height.ts';
import { slashesReceived, type ReceivedSlash } from '../history/slash-packets.ts';
import { ValidatorsBefore } from '../history/validators-before.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { consumerPhases, infractionParameters } from '../tables/provider.ts';
import { signingInfos } from '../tables/slashing.ts';
import { validators } from '../tables/staking/validator.ts';
import { succeeded } from '../witness.ts';

/** Provider Slashing Warranty (SM §Consumer Initiated Slashing). */
export const providerSlashingWarranty: ExecutableProperty = {
  name: 'provider-slashing-warranty',
  statement:
    'The provider punishes the validator that a slash packet names, for the height that its VSC maps to. If the VSC maps to ' +
    'no height, it answers with an error acknowledgement.',
  kind: 'safety',
  group: 'slashing',
  source: 'SM §Consumer Initiated Slashing',
  touches: {
    provider: [
      'provider/slash-acks',
      'provider/slash-log',
      'provider/valset-update-block-heights',
      'slashing/signing-infos',
      'written-acks/provider',
    ],
  },
  altered:
    'slash packets for double signing do nothing (ADR-005, ADR-013); throttling bounces (ADR-002, ADR-008); only ' +
    'validators of the consumer are punished (ADR-015)',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const before = new ValidatorsBefore();
  return {
    observe(event) {
      if (event.kind !== 'provider') return undefined;
      const broken = event.event === 'block' ? slashesReceived(event).map((slash) => judge(event, slash, before)) : [];
      before.observe(event);
      const because = broken.find((reason) => reason !== undefined);
      return because === undefined ? undefined : violation(event, because);
    },
  };
}

function judge(event: BlockEvent, slash: ReceivedSlash, before: ValidatorsBefore): string | undefined {
  const { view, block } = event;
  const { request, result, consumerId, address, operator } = slash;
  const height = infractionHeight(view, slash);
  if (height === undefined && result !== 'error') {
    return `it answered '${result}' to a slash packet with VSC ${request.valsetUpdateId}; however it never created that VSC`;
  }
  if (result !== 'handled') return undefined;
  const earlier = before.validator(operator);
  const isLiable =
    view.row(consumerPhases, consumerId) === 'CONSUMER_PHASE_LAUNCHED' &&
    before.isMember(consumerId, address) &&
    earlier !== undefined &&
    !earlier.jailed &&
    earlier.status !== 'BOND_STATUS_UNBONDED' &&
    view.row(signingInfos, address)?.tombstoned !== true &&
    !succeeded(event, '/cosmos.slashing.v1beta1.MsgUnjail');
  const now = operator === undefined ? undefined : view.row(validators, operator);
  if (!isLiable || now === undefined) return undefined;
  if (!now.jailed) return `it handled the slash packet for ${address}; however that validator is not jailed`;
  const jail = view.row(infractionParameters, consumerId)?.downtime.jail_duration ?? 0n;
  const until = view.row(signingInfos, address)?.jailed_until ?? 0n;
  if (!isOnlyPunishment(event, slash) || until === block.time + jail) return undefined;
  return `it jailed ${address} until ${until}; however the consumer sets ${jail} nanoseconds from ${block.time}`;
}

/** Whether nothing else in the block can have set the end of the jail time. */
function isOnlyPunishment(event: BlockEvent, { address }: ReceivedSlash): boolean {
  const reports = slashesReceived(event).filter((other) => other.address === address);
  return (
    reports.length === 1 &&
    event.block.misbehavior.length === 0 &&
    event.block.votes.every(({ signed }) => signed) &&
    // An operator that undelegates its self-delegation is jailed for that, without a jail time.
    !succeeded(event, '/cosmos.staking.v1beta1.MsgUndelegate') &&
    !succeeded(event, '/cosmos.staking.v1beta1.MsgBeginRedelegate')
  );
}
