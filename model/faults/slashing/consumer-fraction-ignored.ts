import { infractionParameters } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** Each consumer has its own slash fraction (ADR-020). */
export const consumerFractionIgnored: Fault = {
  name: 'consumer-fraction-ignored',
  describes: 'The slash fraction for downtime on a consumer is 0.',
  shownBy: 'reported-while-unbonding',
  mutation: mutateReading(infractionParameters, (row) => ({
    ...row,
    downtime: { ...row.downtime, slash_fraction: 0n },
  })),
};
