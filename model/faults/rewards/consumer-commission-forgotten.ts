import { consumerCommissionRates } from '../../../specs/tables/provider.ts';
import { ONE } from '../../../specs/value.ts';
import { bendReading, type Fault } from '../fault.ts';

/** A validator may ask each consumer for a commission of its own (`MsgSetConsumerCommissionRate`). */
export const consumerCommissionForgotten: Fault = {
  name: 'consumer-commission-forgotten',
  describes: 'The commission for a consumer is a tenth, whatever the validator has set.',
  shownBy: 'rewards-paid',
  bend: bendReading(consumerCommissionRates, () => ONE / 10n),
};
