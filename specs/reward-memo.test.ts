import { describe, expect, test } from 'vitest';
import { readRewardMemo } from './reward-memo.ts';

describe('the memo of a reward', () => {
  test.each([
    ['{"provider":{"consumerId":"7","chainId":"c","memo":"ICS rewards"}}', '7'],
    ['{ "provider": {"consumerId":"7","more":[1]}, "other": 1 }', '7'],
    ['{"provider":{"ConsumerID":"7"}}', '7'],
    ['{"provider":{"conſumerId":"7"}}', '7'],
    ['{"provider":{"consumerId":"6","consumerid":"7"}}', '7'],
    ['{"provider":{"consumerId":"7","consumerId":null}}', '7'],
    ['{"provider":5,"provider":{"consumerId":"7"}}', '7'],
    ['{"provider":{"consumerId":"7"},"provider":null}', ''],
    ['{"provider":{"consumerId":null}}', ''],
    ['{"provider":{}}', ''],
    ['{"provider":null}', ''],
    ['{}', ''],
    ['null', ''],
  ])('%s names the consumer "%s"', (memo, consumerId) => {
    expect(readRewardMemo(memo)).toEqual({ consumerId });
  });

  test.each([
    '',
    'consumer chain rewards distribution',
    '[]',
    '7',
    '"x"',
    '{"provider":7}',
    '{"provider":{"memo":1}}',
    '{"provider":{"consumerId":7,"consumerId":"7"}}',
  ])('%j is not readable', (memo) => {
    expect(readRewardMemo(memo)).toBeUndefined();
  });
});
