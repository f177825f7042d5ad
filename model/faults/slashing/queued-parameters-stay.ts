import { queuedInfractionParameters } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** Queued infraction parameters are deleted when they take effect or are cancelled (ADR-020). */
export const queuedParametersStay: Fault = {
  name: 'queued-parameters-stay',
  describes: 'Infraction parameters that took effect or were cancelled stay in the queue.',
  shownBy: 'infraction-parameters',
  mutation: keepRow(queuedInfractionParameters),
};
