import type { Deviation } from '../deviation.ts';
import { ccvReceived, ccvSent, saysMatured } from '../history/packets.ts';
import { channelToConsumer, consumerPhases } from '../tables/provider.ts';
import type { Nanos } from '../value.ts';
import { onProvider, type Watch } from '../witness.ts';

/** The VSC timeout in the releases that had one: five weeks. */
const VSC_TIMEOUT = 3_024_000_000_000_000n;

/** What happens to a consumer on which VSCs do not mature (ICS-028 ME [CCV-PCF-EBLOCK-CCR.1], ADR-018). */
export const noVscTimeout: Deviation = {
  name: 'no-vsc-timeout',
  describes:
    'A consumer should be stopped when a VSC packet does not mature in time. The releases have no VSC timeout.',
  breaks: 'ICS-028 ME [CCV-PCF-EBLOCK-CCR.1], SM §Validator Set Update (Register Maturity Liveness)',
  source: 'ADR-018',
  appliesTo: 'all releases',
  trace: 'vsc-never-matures',
  watch(): Watch {
    const waiting = new Map<string, Nanos>();
    return {
      sees: onProvider((event) => {
        const { block, view } = event;
        for (const packet of ccvReceived(event)) if (saysMatured(packet)) waiting.delete(packet.destination_channel);
        for (const { source_channel: channel } of ccvSent(event)) {
          if (!waiting.has(channel)) waiting.set(channel, block.time);
        }
        for (const [channel, since] of waiting) {
          if (block.time <= since + VSC_TIMEOUT) continue;
          const consumer = view.row(channelToConsumer, channel);
          if (consumer === undefined) continue;
          if (view.row(consumerPhases, consumer) === 'CONSUMER_PHASE_LAUNCHED') return true;
        }
        return false;
      }),
    };
  },
};
