import { SINGLETON } from '../key.ts';
import type { Deviation } from '../deviation.ts';
import { ccvReceived, ccvSent, saysMatured } from '../history/packets.ts';
import { consumerParams } from '../tables/consumer.ts';
import type { Nanos } from '../value.ts';
import { onConsumer, type Watch } from '../witness.ts';

/** Whether a consumer notifies the provider that a VSC has matured (ICS-028 ME [CCV-CCF-UMP.1], ADR-018). */
export const noMaturityPackets: Deviation = {
  name: 'no-maturity-packets',
  describes:
    'A consumer should notify the provider when its unbonding period has passed since a VSC. The releases send no VSCMatured packets, and unbonding on the provider does not wait for them.',
  breaks: 'ICS-028 ME [CCV-CCF-UMP.1], SM §Validator Set Update (the Register Maturity properties)',
  source: 'ADR-018',
  appliesTo: 'all releases',
  trace: 'no-maturity-packets',
  watch(): Watch {
    const waiting = new Map<string, Nanos>();
    return {
      sees: onConsumer((event) => {
        const { chain, block, view } = event;
        const since = waiting.get(chain);
        if (since === undefined) {
          if (ccvReceived(event).length > 0) waiting.set(chain, block.time);
          return false;
        }
        const period = view.row(consumerParams, SINGLETON)?.unbonding_period;
        if (period === undefined || block.time < since + period) return false;
        return !ccvSent(event).some(saysMatured);
      }),
    };
  },
};
