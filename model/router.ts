import type { Message } from '../specs/block.ts';
import type { Features } from '../specs/feature.ts';
import type { ChainProgram } from './chain.ts';
import type { Context } from './context.ts';
import { refuse } from './sdk/errors.ts';

/** Finds the module that a message is for (SDK, `MsgServiceRouter`). */
export interface Router {
  /** Whether a module handles messages of this type. */
  knows(type: string): boolean;
  /** What a message is checked for without state (`ValidateBasic`). Throws a `Refusal`. */
  check(message: Message, features: Features): void;
  /** Does what the message says. Throws a `Refusal`, and leaves it to the caller to undo what was written. */
  handle(context: Context, message: Message): void;
}

type Checks = ReadonlyMap<string, (message: never, features: Features) => void>;
type Handlers = ReadonlyMap<string, (context: Context, message: never) => void>;

const routers = new WeakMap<ChainProgram, Router>();

/**
 * The router of a program. A message that no module of the model handles is refused, as a program refuses one that it
 * does not know: should the program take it, that shows.
 */
export function routerOf(program: ChainProgram): Router {
  let router = routers.get(program);
  if (router === undefined) routers.set(program, (router = makeRouter(program)));
  return router;
}

function makeRouter(program: ChainProgram): Router {
  const modules = [...program.initGenesis, ...program.beginBlock, ...program.endBlock];
  const checks: Checks = new Map(modules.flatMap((module) => Object.entries(module.checks ?? {})));
  const handlers: Handlers = new Map(modules.flatMap((module) => Object.entries(module.handlers ?? {})));
  return {
    knows: (type) => handlers.has(type),
    check: (message, features) => checks.get(message['@type'])?.(message as never, features),
    handle(context, message) {
      const handler = handlers.get(message['@type']);
      if (handler === undefined) refuse('unknownRequest', `no module handles ${message['@type']}`);
      handler(context, message as never);
    },
  };
}
