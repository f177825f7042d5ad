import { consumerParams } from '../../../specs/tables/consumer.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** The fraction of the fees that a consumer keeps has 18 decimals (ICS-028 ME [CCV-CCF-EBLOCK-RD]). */
export const consumerKeepsHundredths: Fault = {
  name: 'consumer-keeps-hundredths',
  describes: 'The fraction of the fees that a consumer keeps is truncated to two decimals.',
  shownBy: 'rewards-sent',
  mutation: mutateReading(consumerParams, (row) => ({
    ...row,
    consumer_redistribution_fraction: row.consumer_redistribution_fraction.slice(0, '0.00'.length),
  })),
};
