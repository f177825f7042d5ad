import { describe, expect, test } from 'vitest';
import { cameOver, nameOfDenom, pathOfDenom, readPath, withHop, withoutHop } from './traced-denom.ts';

describe('a denomination', () => {
  test.each([
    ['stake', 'stake', 0],
    ['gamm/pool/1', 'gamm/pool/1', 0],
    ['transfer/channel-1/stake', 'stake', 1],
    ['transfer/channel-1/transfer/channel-22/gamm/pool', 'gamm/pool', 2],
    ['transfer/channel-1', 'transfer/channel-1', 0],
  ])('of the path %s is %s after %i hops', (path, base, hops) => {
    const denom = readPath(path);
    expect([denom.base, denom.trace.length]).toEqual([base, hops]);
    expect(pathOfDenom(denom)).toBe(path);
  });

  test('has its own name on its home chain, and elsewhere a name made from its path', () => {
    expect(nameOfDenom(readPath('stake'))).toBe('stake');
    // The name for this path in the documentation of ibc-go.
    expect(nameOfDenom(readPath('transfer/channel-0/uatom'))).toBe(
      'ibc/27394FB092D2ECCD56123C74F36E4C1F926001CEADA9CA97EA622B25F41E5EB2',
    );
  });

  test('returns home over the channel that it last came over', () => {
    const hop = { port_id: 'transfer', channel_id: 'channel-3' };
    const denom = withHop(readPath('transfer/channel-1/stake'), hop);
    expect(cameOver(denom, 'transfer', 'channel-3')).toBe(true);
    expect(cameOver(denom, 'transfer', 'channel-1')).toBe(false);
    expect(pathOfDenom(withoutHop(denom))).toBe('transfer/channel-1/stake');
    expect(cameOver(readPath('stake'), 'transfer', 'channel-3')).toBe(false);
  });
});
