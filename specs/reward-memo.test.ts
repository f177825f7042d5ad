import { describe, expect, test } from 'vitest';
import { readRewardMemo } from './reward-memo.ts';

describe('the memo of a reward', () => {
  test.each([
    ['{"provider":{"consumerId":"7","chainId":"c","memo":"ICS rewards"}}', '7'],
    ['{ "provider": {"consumerId":"7","more":[1]}, "other": 1 }', '7'],
    ['{"provider":{"ConsumerID":"7"}}', '7'],
    ['{"provider":{"consumerId":null}}', ''],
    ['{"provider":{}}', ''],
    ['{"provider":null}', ''],
    ['{}', ''],
    ['null', ''],
  ])('%s names the consumer "%s"', (memo, consumerId) => {
    expect(readRewardMemo(memo)).toEqual({ consumerId });
  });

  test.each(['', 'consumer chain rewards distribution', '[]', '7', '"x"', '{"provider":7}', '{"provider":{"memo":1}}'])(
    '%j can not be read',
    (memo) => {
      expect(readRewardMemo(memo)).toBeUndefined();
    },
  );
});
