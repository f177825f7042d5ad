import { infractionParameters } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** Each consumer has a jail duration of its own (ADR-020). */
export const jailDurationOfProvider: Fault = {
  name: 'jail-duration-of-provider',
  describes: 'Downtime on a consumer is punished with the time in jail that the provider has for its own.',
  shownBy: 'jailed-again',
  bend: bendReading(infractionParameters, (row) => ({
    ...row,
    downtime: { ...row.downtime, jail_duration: 600_000_000_000n },
  })),
};
