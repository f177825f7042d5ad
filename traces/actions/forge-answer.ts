import * as fc from 'fast-check';
import type { ForgeAnswerAction } from '../../specs/generated/trace.ts';
import { errorAcknowledgement, resultAcknowledgement } from '../../model/ibc/packet/acknowledgement.ts';
import { textHex, type Hex } from '../../specs/value.ts';
import { txOf, type ActionKind } from './action.ts';
import { someStartedConsumer } from '../draw/index.ts';
import { consumerName } from '../format/fields.ts';
import { RELAYER } from '../setup/setup.ts';
import { establishedConsumers } from '../view/index.ts';
import { linkOf } from '../world/consumers.ts';
import { forgedAnswers } from '../world/forge.ts';
import { blockOrder } from '../world/order.ts';

/** Acknowledgements that a consumer with malicious validators may send for a VSC packet. */
const ANSWERS = {
  success: resultAcknowledgement('01'),
  error: errorAcknowledgement(1),
  'no-error': textHex('{"error":""}'),
  neither: textHex('{}'),
  'unknown-field': textHex('{"reason":"none"}'),
  'not-json': textHex('no'),
} as const satisfies Record<string, Hex>;

/** The names of the forged acknowledgements. */
export const FORGED_ANSWERS = Object.keys(ANSWERS) as (keyof typeof ANSWERS)[];

/** A malicious consumer acknowledges VSC packets (ME [CCV-PCF-ACKVSC.1]; violates SM §Assumptions, Safe Blockchain). */
export const forgeAnswer: ActionKind<ForgeAnswerAction> = {
  kind: 'forge-answer',
  title: 'ForgeAnswerAction',
  describes:
    'The validators of a consumer abandon its program and sign headers that prove forged acknowledgements of the oldest ' +
    'outstanding VSC packets. The relayer relays all of them to the provider in one transaction.',
  sends: ['/ibc.core.channel.v1.MsgAcknowledgement', '/ibc.core.client.v1.MsgUpdateClient'],
  fields: {
    consumer: consumerName,
    answers: { type: 'array', minItems: 1, maxItems: 5, items: { enum: FORGED_ANSWERS } },
  },
  weight: (world) => (establishedConsumers(world).length > 0 ? 0.1 : 0),
  draw: (world) =>
    someStartedConsumer(world).chain((consumer) =>
      fc.record({
        kind: fc.constant('forge-answer' as const),
        consumer: fc.constant(consumer),
        answers: fc.array(fc.constantFrom(...FORGED_ANSWERS), { minLength: 1, maxLength: 3 }),
      }),
    ),
  *plan(world, { consumer, answers }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return;
    const messages = forgedAnswers(
      world,
      link,
      answers.map((answer) => ANSWERS[answer]),
    );
    if (messages.length === 0) return;
    world.takeOver(consumer);
    yield blockOrder('provider', { txs: [txOf(RELAYER, ...messages)] });
  },
};
