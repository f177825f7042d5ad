import type { Message, TxResult } from '../block.ts';
import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import { infractionParameters, queuedInfractionParameters } from '../tables/provider/infractions.ts';
import { ONE, isList } from '../value.ts';
import { answered, onProvider, succeeded, witness, type Watch, type Witness } from '../witness.ts';

const ADR_020 = 'ADR-020';
const CREATE = '/interchain_security.ccv.provider.v1.MsgCreateConsumer';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';

/** The infraction parameters of a consumer, and how they change. */
export const INFRACTION_WITNESSES: readonly Witness[] = [
  witness(
    'infraction-parameters-created',
    ADR_020,
    'A consumer was created with its own infraction parameters.',
    onProvider((event) =>
      answered(event, CREATE, ({ code }, message) => code === 0 && infractionsIn(message) !== null),
    ),
  ),
  witness(
    'infraction-parameters-refused',
    ADR_020,
    'Infraction parameters were refused because a fraction or a duration is out of range.',
    onProvider((event) =>
      [CREATE, UPDATE].some((type) =>
        answered(event, type, ({ code }, message) => code !== 0 && kindsIn(message).some(isOutOfRange)),
      ),
    ),
  ),
  witness(
    'infraction-parameters-before-launch',
    ADR_020,
    'New infraction parameters of a consumer that was not launched took effect at once.',
    onProvider(
      (event) =>
        succeeded(event, UPDATE) &&
        changesOf(event, infractionParameters).some(({ row }) => row !== undefined) &&
        changesOf(event, queuedInfractionParameters).length === 0,
    ),
  ),
  watching(
    'infraction-parameters-queued',
    'New infraction parameters of a launched consumer were queued for an unbonding period.',
    (id, event, before) => !before && isPut(event, id),
  ),
  watching(
    'infraction-parameters-replaced',
    'Queued infraction parameters were replaced before they took effect.',
    (id, event, before) => before && isPut(event, id),
  ),
  watching(
    'infraction-parameters-cancelled',
    'Queued infraction parameters were cancelled because the owner set the current ones again.',
    (id, event) => !isPut(event, id) && !inForce(event, id) && succeeded(event, UPDATE),
  ),
  watching(
    'infraction-parameters-in-force',
    'Queued infraction parameters took effect after the unbonding period.',
    (id, event) => !isPut(event, id) && inForce(event, id),
  ),
  witness(
    'infraction-parameters-not-of-owner',
    ADR_020,
    'An account that does not own the consumer could not change its infraction parameters.',
    onProvider((event) =>
      answered(event, UPDATE, (result, message) => isUnauthorized(result) && infractionsIn(message) !== null),
    ),
  ),
];

/** A witness of the queued infraction parameters of one consumer that a provider block writes or deletes. */
function watching(
  name: string,
  describes: string,
  sees: (consumerId: string, event: BlockEvent, before: boolean) => boolean,
): Witness {
  return {
    name,
    describes,
    source: ADR_020,
    watch(): Watch {
      const queued = new Set<string>();
      return {
        sees: onProvider((event) => {
          const changes = changesOf(event, queuedInfractionParameters);
          const seen = changes.some(({ key }) => sees(key, event, queued.has(key)));
          for (const { key, row } of changes) {
            if (row === undefined) queued.delete(key);
            else queued.add(key);
          }
          return seen;
        }),
      };
    },
  };
}

function isPut(event: HistoryEvent, consumerId: string): boolean {
  return changesOf(event, queuedInfractionParameters).some(({ key, row }) => key === consumerId && row !== undefined);
}

function inForce(event: HistoryEvent, consumerId: string): boolean {
  return changesOf(event, infractionParameters).some(({ key, row }) => key === consumerId && row !== undefined);
}

function isUnauthorized({ codespace, code }: TxResult): boolean {
  return codespace === 'provider' && code === 25;
}

function infractionsIn({ infraction_parameters }: Message): object | null {
  return typeof infraction_parameters === 'object' && !isList(infraction_parameters) ? infraction_parameters : null;
}

function kindsIn(message: Message): object[] {
  return Object.values(infractionsIn(message) ?? {}).filter(
    (kind): kind is object => typeof kind === 'object' && kind !== null,
  );
}

function isOutOfRange(kind: object): boolean {
  const { slash_fraction: fraction, jail_duration: jail } = { slash_fraction: 0n, jail_duration: 0n, ...kind };
  return fraction < 0n || fraction > ONE || jail < 0n;
}
