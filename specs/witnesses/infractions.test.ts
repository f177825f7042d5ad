import { infractionParameters, queuedInfractionParameters, type InfractionParametersRow } from '../tables/provider.ts';
import { drop, put } from '../testing/story.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { INFRACTION_WITNESSES } from './infractions.ts';

const CREATE = '/interchain_security.ccv.provider.v1.MsgCreateConsumer';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';
const asking = (fraction: bigint) => ({
  infraction_parameters: {
    double_sign: null,
    downtime: { slash_fraction: fraction, jail_duration: 1n, tombstone: false },
  },
});
const row = {} as InfractionParametersRow;
const queued = put(queuedInfractionParameters, '0', row);
const unqueued = drop(queuedInfractionParameters, '0');
const inForce = put(infractionParameters, '0', row);

testWitnesses(INFRACTION_WITNESSES, {
  'infraction-parameters-created': {
    yes: provider(sends(CREATE, '', asking(1n))),
    no: provider(sends(CREATE, '', { infraction_parameters: null })),
  },
  'infraction-parameters-refused': {
    yes: provider(sends(UPDATE, 'provider/45', asking(-1n))),
    no: provider(sends(UPDATE, 'provider/45', asking(1n))),
  },
  'infraction-parameters-before-launch': {
    yes: provider({ ...sends(UPDATE), rows: [inForce] }),
    no: provider({ ...sends(UPDATE), rows: [queued] }),
  },
  'infraction-parameters-queued': { yes: provider({ rows: [queued] }), no: provider({ rows: [unqueued] }) },
  'infraction-parameters-replaced': {
    yes: provider({ rows: [queued] }, { rows: [queued] }),
    no: provider({ rows: [queued] }, { rows: [unqueued] }, { rows: [queued] }),
  },
  'infraction-parameters-cancelled': {
    yes: provider({ rows: [queued] }, { ...sends(UPDATE), rows: [unqueued] }),
    no: provider({ rows: [queued] }, { rows: [unqueued, inForce] }),
  },
  'infraction-parameters-in-force': {
    yes: provider({ rows: [queued] }, { rows: [unqueued, inForce] }),
    no: provider({ rows: [queued] }, { ...sends(UPDATE), rows: [unqueued] }),
  },
  'infraction-parameters-not-of-owner': {
    yes: provider(sends(UPDATE, 'provider/25', asking(1n))),
    no: provider(sends(UPDATE, 'provider/25', { infraction_parameters: null })),
  },
});
