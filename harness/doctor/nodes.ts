import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { freemem } from 'node:os';
import { openPeerLinks } from '../engines/cometbft/peer-links.ts';
import type { CheckUp } from './check-up.ts';

const GIB = 1024 ** 3;
/** Bytes: what the nodes of a usual trace take, two chains of four, measured and rounded up. */
const FOR_NODES = 2 * GIB;
/** Milliseconds in which something on this machine answers, while all else is looked at. */
const PATIENCE = 20_000;

/** Whether chains can be made of real nodes. Nothing but `--engine cometbft` needs that. */
export async function checkUpOfNodes(): Promise<CheckUp> {
  return judgeNodes({ free: freemem(), problem: await problemOfLinks() });
}

/** Judges the memory that is free, in bytes, and what keeps nodes from reaching each other, if anything does. */
export function judgeNodes({
  free,
  problem,
}: {
  readonly free: number;
  readonly problem: string | undefined;
}): CheckUp {
  const name = 'real nodes';
  if (problem !== undefined) {
    const hint =
      '--engine cometbft needs all of 127.0.0.0/8 on the loopback, as Linux has it, with the ports from 26656.';
    return { name, status: 'note', text: `cannot reach each other: ${problem}`, hint };
  }
  const text = `reach each other over the loopback, ${(free / GIB).toFixed(1)} GiB of memory available`;
  if (free >= FOR_NODES) return { name, status: 'ok', text };
  const hint = `Eight nodes may take ${FOR_NODES / GIB} GiB: use --engine cometbft with --workers 1, or with fewer --nodes.`;
  return { name, status: 'note', text, hint };
}

/** Lets something listen as a node does, and reaches it as its peers do. */
async function problemOfLinks(): Promise<string | undefined> {
  const links = openPeerLinks();
  const signal = AbortSignal.timeout(PATIENCE);
  const node = createServer((peer) => peer.on('error', () => undefined).end('here'));
  try {
    const [host, port] = links.listenOf(1).split(':');
    node.listen(Number(port), host);
    await once(node, 'listening', { signal });
    const [to, at] = (await links.route(0, 1)).split(':');
    const peer = connect(Number(at), to);
    await once(peer, 'data', { signal });
    peer.destroy();
    return undefined;
  } catch (error) {
    if (signal.aborted) return `nothing came in ${PATIENCE / 1000} s`;
    return error instanceof Error ? error.message : String(error);
  } finally {
    node.close();
    links.close();
  }
}
