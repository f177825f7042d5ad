/** A deviation of a release in use. It says only which rule is broken until the maintainers have fixed it. */
export interface WithheldDeviation {
  readonly name: string;
  readonly breaks: string;
  readonly appliesTo: string;
}

/** Deviations that were disclosed to the maintainers first. When one is fixed, it moves to the known deviations. */
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
    breaks: 'SM §System Properties, Slashable Consumer Misbehavior: evidence in time slashes exactly what is due, once',
    appliesTo: 'all releases',
  },
  {
    name: 'tombstoned-never-validates',
    breaks: 'SDK x/slashing, Tombstone: a tombstoned validator never validates again',
    appliesTo: 'all releases',
  },
  {
    name: 'punished-for-power-at-infraction',
    breaks:
      'SM §System Properties, Slashable Consumer Misbehavior: a punishment is for the power that the validator had at the ' +
      'infraction',
    appliesTo: 'all releases',
  },
  {
    name: 'only-equivocators-punished',
    breaks: 'SM §System Properties, Slashable Consumer Misbehavior: only validators that misbehaved are punished',
    appliesTo: 'all releases',
  },
  {
    name: 'changeover-replaces-all',
    breaks:
      'ADR-010: at the changeover, validators of the standalone chain that are not in the provider set get zero power, ' +
      'and consensus can apply the updates that the program returns',
    appliesTo: 'consumer programs with the feature changeover',
  },
  {
    name: 'consumer-can-connect',
    breaks: 'ICS-028 ME [CCV-PCF-COTRY.1]: the provider accepts the channel that a launched consumer initiates',
    appliesTo: 'all releases',
  },
] as const satisfies readonly WithheldDeviation[];

/** The name of a withheld deviation. */
export type WithheldName = (typeof WITHHELD)[number]['name'];
