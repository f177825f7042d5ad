import { queuedInfractionParameters } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** Queued parameters are gone when they are in force or called off (ADR-020). */
export const queuedParametersStay: Fault = {
  name: 'queued-parameters-stay',
  describes: 'Infraction parameters that were called off or came into force stay queued.',
  shownBy: 'infraction-parameters',
  bend: keepRow(queuedInfractionParameters),
};
