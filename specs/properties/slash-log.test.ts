import { expect, test } from 'vitest';
import { writeSlashRequest } from '../ccv-packet.ts';
import { channelToConsumer, slashLog, validatorsByConsumerAddress } from '../tables/provider.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story, vscPacket, type Happening } from '../testing/story.ts';
import { slashLogOfDoubleSigns } from './slash-log.ts';

const known = [
  put(channelToConsumer, 'channel-0', '0'),
  put(validatorsByConsumerAddress, validatorsByConsumerAddress.key('0', 'cc'), 'aa'),
];
const written = put(slashLog, 'aa', '');
const packet = (infraction: 'downtime' | 'double-sign', result = 1): Happening => ({
  received: [
    {
      ...vscPacket(1, 1, {}),
      source_port: 'consumer',
      destination_port: 'provider',
      data: writeSlashRequest({ address: 'cc', power: 1n, valsetUpdateId: 1n, infraction }),
    },
  ],
  acknowledgement: Buffer.from(JSON.stringify({ result: Buffer.of(result).toString('base64') })).toString('hex'),
});

function problem(...blocks: readonly Happening[]): string | undefined {
  const story = new Story().start('provider', { rows: known });
  for (const block of blocks) story.block('provider', block);
  return firstViolation(slashLogOfDoubleSigns, story.events)?.because;
}

test('accepts a validator that is logged for a double sign, and reported again', () => {
  expect(problem({ ...packet('double-sign'), rows: [written] }, packet('double-sign'))).toBeUndefined();
});

test('accepts a packet that was refused, and one for downtime', () => {
  expect(problem(packet('double-sign', 7), packet('downtime', 2))).toBeUndefined();
});

test('rejects an entry without a packet, and one for downtime', () => {
  expect(problem({ rows: [written] })).toContain('however no consumer reported');
  expect(problem({ ...packet('downtime', 2), rows: [written] })).toContain('however no consumer reported');
});

test('rejects a report that is not logged', () => {
  expect(problem(packet('double-sign'))).toContain('however it is not in the slash log');
});

test('resolves a consumer key only until the provider has pruned it', () => {
  const forgets = drop(validatorsByConsumerAddress, validatorsByConsumerAddress.key('0', 'cc'));
  expect(problem({ ...packet('double-sign'), rows: [forgets, written] })).toBeUndefined();
  expect(problem({ rows: [forgets] }, { ...packet('double-sign'), rows: [put(slashLog, 'cc', '')] })).toBeUndefined();
  expect(problem({ rows: [forgets] }, { ...packet('double-sign'), rows: [written] })).toContain('no consumer reported');
});
