import { readSlashRequest } from '../ccv-packet.ts';
import type { Deviation } from '../deviation.ts';
import { ccvReceived } from '../history/packets.ts';
import { onProvider } from '../witness.ts';

/** What a slash packet for a double sign does (ICS-028 ME [CCV-PCF-RCVSLASH.1]). */
export const doubleSignOnlyLogged: Deviation = {
  name: 'double-sign-only-logged',
  describes:
    'A slash packet for a double sign should slash, jail and tombstone the validator. In the releases the provider only logs it, and waits for evidence that it can verify.',
  breaks: 'ICS-028 ME [CCV-PCF-RCVSLASH.1], SM §Consumer Initiated Slashing (Provider Slashing Warranty)',
  source: 'ADR-005, ADR-013',
  appliesTo: 'all releases',
  trace: 'double-sign-on-consumer',
  watch: () => ({
    sees: onProvider((event) =>
      ccvReceived(event).some(({ data }) => readSlashRequest(data)?.infraction === 'double-sign'),
    ),
  }),
};
