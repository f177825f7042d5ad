import { consumerParams } from '../../../specs/tables/consumer.ts';
import { bendReading, type Fault } from '../fault.ts';

/** The share that a consumer keeps has eighteen digits (ICS-028 ME [CCV-CCF-EBLOCK-RD]). */
export const consumerKeepsHundredths: Fault = {
  name: 'consumer-keeps-hundredths',
  describes: 'The share of the fees that a consumer keeps is cut after two digits.',
  shownBy: 'rewards-sent',
  bend: bendReading(consumerParams, (row) => ({
    ...row,
    consumer_redistribution_fraction: row.consumer_redistribution_fraction.slice(0, '0.00'.length),
  })),
};
