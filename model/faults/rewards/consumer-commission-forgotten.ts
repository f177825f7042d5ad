import { consumerCommissionRates } from '../../../specs/tables/provider.ts';
import { ONE } from '../../../specs/value.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** A validator can set a commission rate per consumer (`MsgSetConsumerCommissionRate`). */
export const consumerCommissionForgotten: Fault = {
  name: 'consumer-commission-forgotten',
  describes: "Each validator's commission rate on a consumer is 10 %.",
  shownBy: 'rewards-paid',
  mutation: mutateReading(consumerCommissionRates, () => ONE / 10n),
};
