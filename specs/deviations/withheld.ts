/** A deviation of a release in use of which only the broken rule is told, until its maintainers have mended it. */
export interface WithheldDeviation {
  readonly name: string;
  readonly breaks: string;
  readonly appliesTo: string;
}

/** What was found and disclosed to the maintainers first. A repaired one moves to the list of known deviations. */
export const WITHHELD = [
  {
    name: 'live-blockchain',
    breaks: 'SM §Assumptions, Live Blockchain: the chains keep making blocks',
    appliesTo: 'all releases',
  },
  {
    name: 'channel-of-the-consumer',
    breaks: 'ME [CCV-PCF-COTRY.1]: the CCV channel of a consumer belongs to that consumer',
    appliesTo: 'all releases',
  },
  {
    name: 'all-misbehaviour-slashed',
    breaks: 'SM §System Properties, Slashable Consumer Misbehavior: evidence in time burns what is due, and only once',
    appliesTo: 'all releases',
  },
  {
    name: 'barred-never-validates',
    breaks: 'SDK x/slashing, Tombstone: who is barred for ever never validates again, whatever it tries',
    appliesTo: 'all releases',
  },
  {
    name: 'punished-for-power-at-infraction',
    breaks:
      'SM §System Properties, Slashable Consumer Misbehavior: a punishment is of the power that the validator had at the ' +
      'infraction',
    appliesTo: 'all releases',
  },
  {
    name: 'only-equivocators-punished',
    breaks: 'SM §System Properties, Slashable Consumer Misbehavior: nobody is punished who did not misbehave',
    appliesTo: 'all releases',
  },
  {
    name: 'changeover-replaces-all',
    breaks:
      'ADR-010: at the changeover whoever signed for the chain on its own and is not in the set of the provider gets no ' +
      'power, and consensus can apply what the program returns',
    appliesTo: 'consumer programs with the feature changeover',
  },
  {
    name: 'consumer-can-connect',
    breaks: 'ICS-028 ME [CCV-PCF-COTRY.1]: the provider answers the channel that a launched consumer begins',
    appliesTo: 'all releases',
  },
] as const satisfies readonly WithheldDeviation[];

/** The name of a withheld deviation. */
export type WithheldName = (typeof WITHHELD)[number]['name'];
