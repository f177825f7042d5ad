/**
 * Where the specifications speak of what is stored: of a table by its name, or of all tables of a store by its name and
 * `/`. ICS-028 DS: data structures; the other parts of the names are as in properties.
 */
export const TABLE_SECTIONS: Readonly<Record<string, string>> = {
  'auth/': 'SDK x/auth',
  'bank/': 'SDK x/bank',
  'capability/': 'ICS-05',
  'ccvconsumer/': 'ICS-028 DS §Consumer Chain',
  'ccvconsumer/initial-validator-set': 'ADR-010',
  'ccvconsumer/pre-ccv': 'ADR-010',
  'ccvconsumer/previously-sovereign': 'ADR-010',
  'ccvconsumer/slash-record': 'ADR-008',
  'consensus/': 'SDK x/consensus',
  'distribution/': 'SDK x/distribution',
  'evidence/': 'SDK x/evidence',
  'gov/': 'SDK x/gov',
  'ibc/channel-ends': 'ICS-04',
  'ibc/channel-params': 'ICS-04',
  'ibc/client-connections': 'ICS-03',
  'ibc/client-creators': 'ICS-02',
  'ibc/client-params': 'ICS-02',
  'ibc/client-states': 'ICS-02, ICS-07',
  'ibc/connection-params': 'ICS-03',
  'ibc/connections': 'ICS-03',
  'ibc/consensus-states': 'ICS-02, ICS-07',
  'ibc/iteration-keys': 'ICS-07',
  'ibc/next-channel-sequence': 'ICS-04',
  'ibc/next-client-sequence': 'ICS-02',
  'ibc/next-connection-sequence': 'ICS-03',
  'ibc/next-sequence-ack': 'ICS-04',
  'ibc/next-sequence-recv': 'ICS-04',
  'ibc/next-sequence-send': 'ICS-04',
  'ibc/packet-acks': 'ICS-04',
  'ibc/packet-commitments': 'ICS-04',
  'ibc/packet-receipts': 'ICS-04',
  'ibc/processed-heights': 'ICS-07',
  'ibc/processed-times': 'ICS-07',
  'mint/': 'SDK x/mint',
  'provider/': 'ICS-028 DS §Provider Chain',
  'provider/allowlist': 'ADR-017',
  'provider/consumer-phases': 'ADR-019',
  'provider/denylist': 'ADR-017',
  'provider/opted-in': 'ADR-015',
  'provider/power-shaping': 'ADR-017',
  'provider/prioritylist': 'ADR-017',
  'provider/slash-meter': 'ADR-002',
  'provider/slash-meter-replenish-time': 'ADR-002',
  'slashing/': 'SDK x/slashing',
  'staking/': 'SDK x/staking',
  'transfer/': 'ICS-20',
  'upgrade/': 'SDK x/upgrade',
};

/** Where the specifications speak of a table, if it is known. */
export function sectionOfTable(name: string): string | undefined {
  return TABLE_SECTIONS[name] ?? TABLE_SECTIONS[`${name.split('/')[0]}/`];
}
