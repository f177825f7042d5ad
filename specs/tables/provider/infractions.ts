import type { ConsumerId } from '../../key.ts';
import { table, type Table } from '../../table.ts';
import type { Dec, Nanos, Value } from '../../value.ts';
import type { ConsumerIdsRow } from './consumers.ts';

/** The store of the CCV provider module; here, the infraction parameters of consumers (ADR-020). */
const store = 'provider';

/** `interchain_security.ccv.provider.v1.SlashJailParameters`. */
export type SlashJailRow = {
  readonly slash_fraction: Dec;
  readonly jail_duration: Nanos;
  readonly tombstone: boolean;
};

/** `interchain_security.ccv.provider.v1.InfractionParameters`. */
export type InfractionParametersRow = { readonly double_sign: SlashJailRow; readonly downtime: SlashJailRow };

/** By consumer id: the current parameters. */
export const infractionParameters = perConsumer<InfractionParametersRow>('infraction-parameters', '39');

/** By consumer id: the queued parameters. */
export const queuedInfractionParameters = perConsumer<InfractionParametersRow>('queued-infraction-parameters', '3a');

/** By time: the consumers whose queued parameters take effect at that time. */
export const infractionQueue = table<ConsumerIdsRow, [time: Nanos]>({
  name: `${store}/infraction-queue`,
  store,
  prefix: '3b',
  key: [{ as: 'time' }],
  value: { as: 'proto', type: 'interchain_security.ccv.provider.v1.ConsumerIds' },
});

function perConsumer<Row extends Value>(what: string, prefix: string): Table<Row, ConsumerId> {
  return table<Row, [consumerId: ConsumerId]>({
    name: `${store}/${what}`,
    store,
    prefix,
    key: [{ as: 'lp64text' }],
    value: { as: 'proto', type: 'interchain_security.ccv.provider.v1.InfractionParameters' },
  });
}
