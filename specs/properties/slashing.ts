import type { OpenProperty } from '../property.ts';

const open = { group: 'slashing', status: 'not yet' } as const;

/** Consumer Slashing Warranty (SM §Consumer Initiated Slashing). */
export const consumerSlashingWarranty: OpenProperty = {
  ...open,
  name: 'consumer-slashing-warranty',
  statement: 'A consumer sends one slash packet for each infraction, with the VSC of the height of the infraction.',
  kind: 'safety',
  source: 'SM §Consumer Initiated Slashing',
  touches: { consumer: ['sent-packets/consumer', 'ccvconsumer/pending-packets', 'ccvconsumer/outstanding-downtime'] },
  appliesTo: 'all releases',
  altered: 'a bounced packet is sent again (ADR-008), and a packet waits until the one before it is answered',
};

/** Provider Slashing Warranty (SM §Consumer Initiated Slashing). */
export const providerSlashingWarranty: OpenProperty = {
  ...open,
  name: 'provider-slashing-warranty',
  statement: 'The provider makes one slash request for each slash packet, for the height that its VSC stands for.',
  kind: 'safety',
  source: 'SM §Consumer Initiated Slashing',
  touches: {
    provider: [
      'provider/slash-acks',
      'provider/slash-log',
      'provider/valset-update-block-heights',
      'slashing/signing-infos',
    ],
  },
  appliesTo: 'all releases',
  altered: 'packets for double signing never act (ADR-005, ADR-013); throttling defers or bounces (ADR-002, ADR-008)',
};

/** What throttling promises (ADR-002). */
export const throttling: OpenProperty = {
  ...open,
  name: 'throttling',
  statement: 'Consumers together can jail no more power in a time than the slash meter lets pass.',
  kind: 'safety',
  source: 'ADR-002',
  touches: { provider: ['provider/slash-meter', 'provider/slash-meter-replenish-time', 'written-acks/provider'] },
  appliesTo: 'all releases',
};

/** `WaitingForSlashPacketAckInv` of the Quint model. */
export const oneSlashPacketAtATime: OpenProperty = {
  ...open,
  name: 'one-slash-packet-at-a-time',
  statement: 'A consumer sends no packet while a slash packet of its own waits for the answer.',
  kind: 'safety',
  source: 'ADR-008',
  touches: { consumer: ['sent-packets/consumer', 'ccvconsumer/slash-record', 'ccvconsumer/pending-packets'] },
  appliesTo: 'releases that retry slash packets',
};
