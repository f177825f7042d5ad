import type { Deviation } from '../deviation.ts';
import { slashesReceived } from '../history/slash-packets.ts';
import { infractionParameters } from '../tables/provider.ts';
import { signingInfos } from '../tables/slashing.ts';
import { onProvider } from '../witness.ts';

/** The tombstone parameter for downtime (ADR-020). */
export const downtimeTombstoneIgnored: Deviation = {
  name: 'downtime-tombstone-ignored',
  describes:
    'A validator should be tombstoned for downtime if the infraction parameters of the consumer say so. The releases ignore the parameter and only jail the validator.',
  breaks: 'ADR-020 §Decision (`tombstone` in the infraction parameters)',
  source: 'observed: a validator is jailed and not tombstoned',
  appliesTo: 'all releases',
  trace: 'downtime-tombstone-ignored',
  watch: () => ({
    sees: onProvider((event) =>
      slashesReceived(event).some(
        ({ result, consumerId, address }) =>
          result === 'handled' &&
          event.view.row(infractionParameters, consumerId)?.downtime.tombstone === true &&
          event.view.row(signingInfos, address)?.tombstoned === false,
      ),
    ),
  }),
};
