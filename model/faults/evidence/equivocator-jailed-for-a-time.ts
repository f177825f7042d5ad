import { infractionParameters } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** Each infraction has a time in jail of its own (ADR-020). */
export const equivocatorJailedForATime: Fault = {
  name: 'equivocator-jailed-for-a-time',
  describes: 'Whoever equivocates on a consumer is in jail for as long as for downtime.',
  shownBy: 'double-voting',
  bend: bendReading(infractionParameters, (row) => ({
    ...row,
    double_sign: { ...row.double_sign, jail_duration: row.downtime.jail_duration },
  })),
};
