import * as fc from 'fast-check';
import type { RecoverClientContent } from '../../specs/generated/trace.ts';
import type { ContentKind } from './content.ts';
import { rarely, present, someStartedConsumer } from '../draw/index.ts';
import { consumerName } from '../format/fields.ts';
import { linkOf } from '../world/consumers.ts';
import { newestClient } from '../world/ibc.ts';

const TYPE = '/ibc.core.client.v1.MsgRecoverClient';

/** `ibc.core.client.v1.MsgRecoverClient`, on the provider. */
export const recoverClientContent: ContentKind<RecoverClientContent> = {
  message: 'recover-client',
  title: 'RecoverClientContent',
  describes:
    "Recovers the provider's client of a consumer from a substitute, by default the newest client (MsgRecoverClient).",
  type: TYPE,
  fields: {
    consumer: consumerName,
    substitute: { enum: ['newest', 'itself', 'missing', 'malformed'] },
  },
  optional: ['substitute'],
  weight: (world) => (world.chains.size > 1 ? 2 : 0.2),
  draw: (world) =>
    fc
      .record({
        message: fc.constant('recover-client' as const),
        consumer: someStartedConsumer(world),
        substitute: rarely(15, fc.constantFrom('itself' as const, 'missing' as const, 'malformed' as const)),
      })
      .map(present),
  build(world, { consumer, substitute = 'newest' }, authority) {
    const subject = linkOf(world, consumer)?.provider.client ?? '07-tendermint-404404';
    return {
      '@type': TYPE,
      subject_client_id: subject,
      substitute_client_id: {
        newest: newestClient(world.provider.model.state) ?? '07-tendermint-404405',
        itself: subject,
        missing: '07-tendermint-404406',
        malformed: 'x',
      }[substitute],
      signer: authority,
    };
  },
};
