import { infractionParameters } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** Each consumer has its own jail duration (ADR-020). */
export const jailDurationOfProvider: Fault = {
  name: 'jail-duration-of-provider',
  describes: "Downtime on a consumer is punished with the provider's own jail duration.",
  shownBy: 'jailed-again',
  mutation: mutateReading(infractionParameters, (row) => ({
    ...row,
    downtime: { ...row.downtime, jail_duration: 600_000_000_000n },
  })),
};
