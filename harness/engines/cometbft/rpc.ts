import { Agent, request } from 'node:http';
import { Comet38Client, type RpcClient } from '@cosmjs/tendermint-rpc';
import { RpcError } from './rpc-error.ts';

/** Milliseconds in which a node answers, a loaded one too. */
const DEADLINE = 20_000;

type JsonRequest = Parameters<RpcClient['execute']>[0];
type JsonResponse = Awaited<ReturnType<RpcClient['execute']>>;

/** A client of a node that listens on a unix socket, so that nothing but the harness reaches it. */
export function openRpc(socket: string): Comet38Client {
  return Comet38Client.create(overSocket(socket));
}

/** The transport of the client: JSON-RPC over HTTP over a unix socket. */
function overSocket(socketPath: string): RpcClient {
  const agent = new Agent({ keepAlive: true });
  return {
    execute: async (asked) => {
      const response = JSON.parse(await post(socketPath, agent, asked)) as JsonResponse & { error?: { data?: string } };
      if (response.error !== undefined) throw new RpcError(asked.method, JSON.stringify(response.error));
      return response;
    },
    disconnect: () => agent.destroy(),
  };
}

function post(socketPath: string, agent: Agent, asked: JsonRequest): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const fail = (error: Error): void => reject(new RpcError(asked.method, error.message, error));
  const headers = { 'content-type': 'application/json' };
  const sent = request({ socketPath, agent, method: 'POST', path: '/', headers, timeout: DEADLINE }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (part: string) => (text += part));
    answer.on('end', () => resolve(text)).on('error', fail);
  });
  sent.on('error', fail);
  sent.on('timeout', () => sent.destroy(new Error(`nothing for ${DEADLINE / 1000} s`)));
  sent.end(JSON.stringify(asked));
  return promise;
}
