import { describe, expect, test } from 'vitest';
import { CCV_MESSAGES } from '../../specs/ccv-messages.ts';
import type { Schema } from '../codec/schema.ts';
import { declaredMessages, notCovered } from './messages.ts';

const PROVIDER = 'interchain_security.ccv.provider.v1';

/** What a program with these messages in its services declares. */
function declaring(...messages: readonly string[]): Schema {
  const services = messages.map((name, i) => {
    const service = `${name.slice(0, name.lastIndexOf('.'))}.Msg`;
    return [service, { [`Method${i}`]: [name, `${name}Response`] }] as const;
  });
  return { messages: {}, enums: {}, services: Object.fromEntries(services) };
}

describe('of the messages that programs declare', () => {
  test('one that a later release adds to the provider module is not covered', () => {
    expect(notCovered([declaring(`${PROVIDER}.MsgPauseConsumer`)])).toEqual([`${PROVIDER}.MsgPauseConsumer`]);
  });

  test('all that the list names are covered', () => {
    for (const { type } of CCV_MESSAGES) expect(notCovered([declaring(type.slice(1))])).toEqual([]);
  });

  test('one of another module is not covered either, unless somebody said why', () => {
    const known = declaring('cosmos.crisis.v1beta1.MsgVerifyInvariant');
    expect(notCovered([known, declaring('cosmos.staking.v1beta1.MsgTokenizeShares')])).toEqual([
      'cosmos.staking.v1beta1.MsgTokenizeShares',
    ]);
    expect(declaredMessages([known])).toMatchObject([
      { covered: false, reason: expect.stringContaining('invariants') },
    ]);
  });

  test('what is asked and not sent does not count', () => {
    const queries: Schema = {
      messages: {},
      enums: {},
      services: { [`${PROVIDER}.Query`]: { QueryPhase: [`${PROVIDER}.QueryPhaseRequest`, 'Phase'] } },
    };
    expect(declaredMessages([queries])).toEqual([]);
  });
});
