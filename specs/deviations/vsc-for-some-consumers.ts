import type { Deviation } from '../deviation.ts';
import { ccvSent } from '../history/packets.ts';
import { consumerPhases, consumerToChannel, pendingVscs } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Which consumers get a VSC (ICS-028 SM §Staking Module Interface, ADR-015). */
export const vscForSomeConsumers: Deviation = {
  name: 'vsc-for-some-consumers',
  describes:
    'A VSC should be provided to all consumers. The releases provide it only to those whose own set it changes.',
  breaks: 'ICS-028 SM §Staking Module Interface (Provide VSC Uniformity), ME [CCV-PCF-EBLOCK-VSU.1]',
  source: 'ADR-015',
  appliesTo: 'all releases',
  trace: 'two-consumers',
  watch: () => ({
    sees: onProvider((event) => {
      const sent = ccvSent(event);
      if (sent.length === 0) return false;
      const { view } = event;
      const served = new Set(sent.map(({ source_channel: channel }) => channel));
      for (const [consumer, channel] of view.rows(consumerToChannel)) {
        if (served.has(channel) || view.row(pendingVscs, consumer) !== undefined) continue;
        if (view.row(consumerPhases, consumer) === 'CONSUMER_PHASE_LAUNCHED') return true;
      }
      return false;
    }),
  }),
};
