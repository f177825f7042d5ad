import type { BlockEvent } from '../event.ts';
import { infractionHeight } from '../history/infraction-height.ts';
import { slashesReceived, type ReceivedSlash } from '../history/slash-packets.ts';
import { ValidatorsBefore } from '../history/validators-before.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { infractionParameters } from '../tables/provider.ts';
import { redelegations, redelegationsBySource, unbondingDelegations } from '../tables/staking/delegation.ts';
import { validators } from '../tables/staking/validator.ts';
import { ONE, type Dec, type Hex, type Nanos } from '../value.ts';

/** Slashable Consumer Misbehavior (SM §System Properties) for downtime, to the last token. */
export const downtimeSlashedExactly: ExecutableProperty = {
  name: 'downtime-slashed-exactly',
  statement:
    'A slash for downtime on a consumer burns exactly the slash fraction of the reported power, and takes first from ' +
    'stake that has left the validator since. A jailed validator loses nothing.',
  kind: 'safety',
  group: 'slashing',
  source: 'SM §System Properties',
  touches: {
    provider: ['provider/evidence-min-heights', 'provider/infraction-parameters', 'staking/validators', 'bank/supply'],
  },
  altered:
    'decided in blocks in which nothing else moves stake. The slash fraction is that of the consumer (ADR-020), which ' +
    'is zero by default',
  status: 'executable',
  monitor,
};

const POWER_REDUCTION = 1_000_000n;

function monitor(): PropertyMonitor {
  const before = new ValidatorsBefore();
  return {
    observe(event) {
      if (event.kind !== 'provider') return undefined;
      const because = event.event === 'block' && movesNoStake(event) ? judge(event, before) : undefined;
      before.observe(event);
      return because === undefined ? undefined : violation(event, because);
    },
  };
}

/** Whether the block contains only relaying, and nothing punishes an infraction on the provider. */
function movesNoStake({ block }: BlockEvent): boolean {
  return (
    block.misbehavior.length === 0 &&
    block.votes.every(({ signed }) => signed) &&
    block.txs.every(({ messages }) => messages.every((message) => message['@type'].startsWith('/ibc.core.')))
  );
}

function judge(event: BlockEvent, before: ValidatorsBefore): string | undefined {
  const reported = slashesReceived(event).filter(({ result }) => result === 'handled');
  const [slash] = reported;
  // The first of several slash packets changes the validator for the next ones.
  if (slash?.operator === undefined || reported.length > 1) return undefined;
  const earlier = before.validator(slash.operator);
  const now = event.view.row(validators, slash.operator);
  const height = infractionHeight(event.view, slash);
  if (earlier === undefined || now === undefined || height === undefined) return undefined;
  const burned = earlier.tokens - now.tokens;
  if (earlier.jailed || !now.jailed) {
    return burned === 0n ? undefined : `${slash.address} lost ${burned} tokens; however it was already jailed`;
  }
  const fraction = event.view.row(infractionParameters, slash.consumerId)?.downtime.slash_fraction ?? 0n;
  const fault = unbondingFault(event, slash.operator, before, height, fraction);
  if (fault !== undefined) return fault;
  const left =
    rounded(slash.request.power * POWER_REDUCTION, fraction) - hasLeft(event, slash, before, height, fraction);
  const expected = left <= 0n ? 0n : left < earlier.tokens ? left : earlier.tokens;
  if (burned === expected) return undefined;
  return `${slash.address} lost ${burned} tokens; however it should lose ${expected}, because the slash fraction is ${fraction} of 10^18`;
}

/** Stake that began to unbond or redelegate after the infraction owes its share, whatever is left of it. */
function hasLeft(
  event: BlockEvent,
  { operator = '' }: ReceivedSlash,
  before: ValidatorsBefore,
  height: bigint,
  fraction: Dec,
): bigint {
  if (height >= event.block.height) return 0n;
  let owed = 0n;
  const add = (entry: Entry): void => {
    if (isLiable(entry, height, event.block.time)) owed += rounded(entry.initial_balance, fraction);
  };
  for (const [, entries] of before.unbondings(operator)) entries.forEach(add);
  for (const [key] of event.view.rows(redelegationsBySource)) {
    if (!key.startsWith(`${operator}/`)) continue;
    const [source = '', delegator = '', destination = ''] = key.split('/');
    event.view.row(redelegations, redelegations.key(delegator, source, destination))?.entries.forEach(add);
  }
  return owed;
}

/** Stake that is unbonding from the validator loses its share too, unless it began to unbond before the infraction. */
function unbondingFault(
  event: BlockEvent,
  operator: Hex,
  before: ValidatorsBefore,
  height: bigint,
  fraction: Dec,
): string | undefined {
  for (const [key, entries] of before.unbondings(operator)) {
    const now = event.view.row(unbondingDelegations, key)?.entries ?? [];
    for (const entry of entries) {
      const after = now.find((other) => other.unbonding_id === entry.unbonding_id);
      if (after === undefined) continue;
      const isHeld = height < event.block.height && isLiable(entry, height, event.block.time);
      const owed = isHeld ? rounded(entry.initial_balance, fraction) : 0n;
      const expected = owed < entry.balance ? owed : entry.balance;
      const lost = entry.balance - after.balance;
      if (lost !== expected)
        return `the unbonding entry ${entry.unbonding_id} lost ${lost}; however it should lose ${expected}`;
    }
  }
  return undefined;
}

interface Entry {
  readonly creation_height: bigint;
  readonly completion_time: Nanos;
  readonly initial_balance: bigint;
}

function isLiable(entry: Entry, height: bigint, now: Nanos): boolean {
  return entry.creation_height >= height && entry.completion_time > now;
}

/** A share of an amount, truncated to whole tokens. */
function rounded(amount: bigint, fraction: Dec): bigint {
  return (amount * fraction) / ONE;
}
