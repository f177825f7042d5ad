import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import { channelParams, nextChannelSequence } from '../../specs/tables/ibc/channel.ts';
import { clientParams, clientStates } from '../../specs/tables/ibc/client.ts';
import { connectionParams, connections } from '../../specs/tables/ibc/connection.ts';
import { transferParams, transferPort } from '../../specs/tables/transfer.ts';
import { bech32 } from '../bech32.ts';
import { TestChain } from './testing/chain.ts';
import { NEW, OLD } from './testing/pair.ts';
import { escrowAddress } from './transfer/escrow.ts';
import { pathOf, rowAt } from './path.ts';

describe('a chain with IBC', () => {
  test('begins with its parameters, its sequences and the connection to itself', () => {
    const chain = new TestChain('chain-a', NEW, 'left');
    expect(chain.row(clientParams, SINGLETON)).toEqual({ allowed_clients: ['*'] });
    expect(chain.row(connectionParams, SINGLETON)).toEqual({ max_expected_time_per_block: 30_000_000_000n });
    expect(chain.row(nextChannelSequence, SINGLETON)).toBe(0n);
    expect(chain.row(connections, 'connection-localhost')?.state).toBe('STATE_OPEN');
    expect(chain.row(channelParams, SINGLETON)).toBeUndefined();
    expect(chain.row(transferPort, SINGLETON)).toBe('transfer');
    expect(chain.row(transferParams, SINGLETON)).toEqual({ send_enabled: true, receive_enabled: true });
  });

  test('keeps the client of itself at its own height, where that has a state', () => {
    const chain = new TestChain('chain-7', OLD, 'left');
    const latest = () => chain.row(clientStates, clientStates.key('09-localhost'))?.latest_height;
    expect(latest()).toEqual({ revision_number: 7n, revision_height: 1n });
    chain.run();
    expect(latest()).toEqual({ revision_number: 7n, revision_height: 2n });
    expect(new TestChain('chain-a', NEW, 'left').row(clientStates, clientStates.key('09-localhost'))).toBeUndefined();
  });

  test('has parameters for channels where channels can be upgraded', () => {
    const { upgrade_timeout } = new TestChain('chain-a', OLD, 'left').row(channelParams, SINGLETON) ?? {};
    expect(upgrade_timeout?.timestamp).toBe(600_000_000_000n);
  });
});

describe('a path of the ibc store', () => {
  test.each([
    'connections/connection-0',
    'channelEnds/ports/p/channels/channel-0',
    'clients/07-tendermint-0/clientState',
    'clients/07-tendermint-0/consensusStates/0-7',
    'commitments/ports/p/channels/channel-0/sequences/1',
  ])('%s leads to its row and back', (path) => {
    const at = rowAt(path);
    expect(at && pathOf(at.table, at.key)).toBe(path);
  });

  test('leads nowhere when nobody proves it', () => {
    expect(rowAt('nextClientSequence')).toBeUndefined();
  });
});

test('The escrow account of a channel follows from its name, as on the Cosmos Hub.', () => {
  const escrow = bech32('cosmos', escrowAddress('transfer', 'channel-0'));
  expect(escrow).toBe('cosmos1a53udazy8ayufvy0s434pfwjcedzqv34kvz9tw');
});
