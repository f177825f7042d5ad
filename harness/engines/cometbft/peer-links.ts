import { connect, createServer, type Server, type Socket } from 'node:net';

/** The connections between the nodes of a chain, which the harness carries so that it can cut them. */
export interface PeerLinks {
  /** Makes room for a node and numbers it; resolves with where it listens, `host:port`. */
  join(node: number): Promise<string>;
  /** Where a node reaches another, `host:port`. */
  route(from: number, to: number): Promise<string>;
  /** Cuts a node off from all others. */
  cut(node: number): void;
  heal(node: number): void;
  close(): void;
}

const HOST = '127.0.0.1';

/** Links on the loopback of this machine. */
export function openPeerLinks(): PeerLinks {
  const ports = new Map<number, number>();
  const away = new Set<number>();
  const routes = new Map<string, Promise<Route>>();
  const all = (use: (route: Route) => void): void => {
    // One that could not be opened has failed for whoever asked for it.
    for (const route of routes.values()) route.then(use, () => undefined);
  };
  return {
    async join(node) {
      const port = await freePort();
      ports.set(node, port);
      return `${HOST}:${port}`;
    },
    async route(from, to) {
      const port = ports.get(to);
      if (port === undefined) throw new Error(`there is no node ${to}`);
      let route = routes.get(`${from}-${to}`);
      if (route === undefined) {
        route = openRoute(port, () => away.has(from) || away.has(to));
        routes.set(`${from}-${to}`, route);
      }
      return `${HOST}:${(await route).port}`;
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

async function openRoute(target: number, isCut: () => boolean): Promise<Route> {
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
    const callee = connect(target, HOST);
    carry(caller, callee);
    carry(callee, caller);
  });
  const port = await listening(server);
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

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
      else resolve(address.port);
    });
  });
}
