import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openPeerLinks } from './peer-links.ts';

function dial(address: string): Socket {
  const [host, port] = address.split(':');
  const socket = connect(Number(port), host);
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

test('carries what nodes say to each other until one of them is cut off, and again when it is healed', async () => {
  const links = openPeerLinks();
  onTestFinished(() => links.close());
  const echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  onTestFinished(() => void echo.close());
  const [host, port] = links.listenOf(1).split(':');
  echo.listen(Number(port), host);
  await once(echo, 'listening');

  const before = dial(await links.route(0, 1));
  before.write('hello');
  expect(String((await once(before, 'data'))[0])).toBe('hello');

  links.cut(1);
  await once(before, 'close');
  await once(dial(await links.route(0, 1)), 'close');

  links.heal(1);
  const after = dial(await links.route(0, 1));
  after.write('again');
  expect(String((await once(after, 'data'))[0])).toBe('again');
  after.destroy();
});
