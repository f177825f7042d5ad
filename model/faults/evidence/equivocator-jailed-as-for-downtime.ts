import { infractionParameters } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** Each kind of infraction has its own jail duration (ADR-020). */
export const equivocatorJailedAsForDowntime: Fault = {
  name: 'equivocator-jailed-as-for-downtime',
  describes: 'A validator that equivocates on a consumer is jailed for the duration for downtime.',
  shownBy: 'double-voting',
  mutation: mutateReading(infractionParameters, (row) => ({
    ...row,
    double_sign: { ...row.double_sign, jail_duration: row.downtime.jail_duration },
  })),
};
