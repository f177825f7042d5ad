import type { Deviation } from '../deviation.ts';
import { slashesReceived } from '../history/slash-packets.ts';
import { infractionParameters } from '../tables/provider.ts';
import { validators } from '../tables/staking/validator.ts';
import { onProvider } from '../witness.ts';

/** The default slash fraction for downtime, which is zero (ADR-020). */
export const downtimeSparesTokens: Deviation = {
  name: 'downtime-spares-tokens',
  describes:
    'A validator that is down on a consumer should be slashed. In the releases it is jailed but not slashed, unless the owner of the consumer sets a slash fraction.',
  breaks: 'ICS-028 ME [CCV-PCF-RCVSLASH.1], SM §System Properties (Slashable Consumer Misbehavior)',
  source: 'ADR-020',
  appliesTo: 'all releases',
  trace: 'slash-packet-bounced',
  watch: () => ({
    sees: onProvider((event) =>
      slashesReceived(event).some(
        ({ result, consumerId, operator }) =>
          result === 'handled' &&
          event.view.row(validators, operator ?? '')?.jailed === true &&
          event.view.row(infractionParameters, consumerId)?.downtime.slash_fraction === 0n,
      ),
    ),
  }),
};
