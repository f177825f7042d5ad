import type { Deviation } from '../deviation.ts';
import { slashesReceived } from '../history/slash-packets.ts';
import { infractionParameters } from '../tables/provider.ts';
import { signingInfos } from '../tables/slashing.ts';
import { onProvider } from '../witness.ts';

/** Only a double sign can bar a validator (ADR-020). */
export const downtimeTombstoneIgnored: Deviation = {
  name: 'downtime-tombstone-ignored',
  describes:
    'A validator should be barred for its downtime where the consumer asks for that; the releases jail it for a time and take no notice.',
  breaks: 'ADR-020 §Decision (the tombstone of the infraction parameters)',
  source: 'observed: a validator is jailed and not barred',
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
