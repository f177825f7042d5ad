import { randomInt } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** The connections between the nodes of a chain, which the harness carries so that it can cut them. */
export interface PeerLinks {
  /** Where a node listens, `host:port`. */
  listenOf(node: number): string;
  /** Where a node reaches another, `host:port`. */
  route(from: number, to: number): Promise<string>;
  /** Cuts a node off from all others. */
  cut(node: number): void;
  heal(node: number): void;
  close(): void;
}

/** Where the first node listens: far below the ports that the system gives away. */
const FIRST_PORT = 26_656;

/**
 * Links on the loopback of this machine. All of 127.0.0.0/8 is that on Linux: with an address of its own a chain need
 * not look for free ports, which others may take meanwhile.
 */
export function openPeerLinks(): PeerLinks {
  const host = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
  const away = new Set<number>();
  const routes = new Map<string, Promise<Route>>();
  const all = (use: (route: Route) => void): void => {
    // One that could not be opened has failed for whoever asked for it.
    for (const route of routes.values()) route.then(use, () => undefined);
  };
  return {
    listenOf: (node) => `${host}:${FIRST_PORT + node}`,
    async route(from, to) {
      let route = routes.get(`${from}-${to}`);
      if (route === undefined) {
        route = openRoute(host, FIRST_PORT + to, () => away.has(from) || away.has(to));
        routes.set(`${from}-${to}`, route);
      }
      return `${host}:${(await route).port}`;
    },
    cut(node) {
      away.add(node);
      all((route) => route.drop());
    },
    heal: (node) => void away.delete(node),
    close: () => all((route) => route.close()),
  };
}

interface Route {
  readonly port: number;
  /** Breaks off what is cut now. */
  drop(): void;
  close(): void;
}

async function openRoute(host: string, target: number, isCut: () => boolean): Promise<Route> {
  const sockets = new Set<Socket>();
  const carry = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.setNoDelay(true).pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  };
  const server = createServer((caller) => {
    if (isCut()) {
      caller.destroy();
      return;
    }
    const callee = connect(target, host);
    carry(caller, callee);
    carry(callee, caller);
  });
  const port = await listening(server, host);
  server.unref();
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    drop() {
      if (isCut()) dropAll();
    },
    close() {
      server.close();
      dropAll();
    },
  };
}

function listening(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
      else resolve(address.port);
    });
  });
}
