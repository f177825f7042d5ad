import { infractionParameters } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** Each consumer has a slash fraction of its own (ADR-020). */
export const consumerFractionIgnored: Fault = {
  name: 'consumer-fraction-ignored',
  describes: 'Downtime on a consumer burns nothing, whatever the consumer asks for.',
  shownBy: 'reported-while-unbonding',
  bend: bendReading(infractionParameters, (row) => ({ ...row, downtime: { ...row.downtime, slash_fraction: 0n } })),
};
