import { connect, createServer, type Server, type Socket } from 'node:net';

/** The connections between the nodes of a chain, which the harness carries so that it can cut them. */
export interface PeerLinks {
  /** Where a node listens, `host:port`. */
  listenOf(node: number): string;
  /** Where a node reaches another, `host:port`. */
  route(from: number, to: number): string;
  /** Cuts a node off from all others. */
  cut(node: number): void;
  heal(node: number): void;
  close(): void;
}

const HOST = '127.0.0.1';

/** Opens the links between so many nodes on the loopback of this machine. */
export async function openPeerLinks(nodes: number): Promise<PeerLinks> {
  const ports: number[] = [];
  for (let i = 0; i < nodes; i++) ports.push(await freePort());
  const away = new Set<number>();
  const routes = new Map<string, Route>();
  for (let from = 0; from < nodes; from++) {
    for (let to = 0; to < nodes; to++) {
      if (from === to) continue;
      const isCut = (): boolean => away.has(from) || away.has(to);
      routes.set(`${from}-${to}`, await openRoute(ports[to] ?? 0, isCut));
    }
  }
  return {
    listenOf: (node) => `${HOST}:${ports[node]}`,
    route: (from, to) => `${HOST}:${routes.get(`${from}-${to}`)?.port}`,
    cut(node) {
      away.add(node);
      for (const route of routes.values()) route.drop();
    },
    heal: (node) => void away.delete(node),
    close() {
      for (const route of routes.values()) route.close();
    },
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
