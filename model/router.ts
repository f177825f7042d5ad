import type { Message } from '../specs/block.ts';
import type { Features } from '../specs/feature.ts';
import { isList, type Value } from '../specs/value.ts';
import type { ChainProgram } from './chain-program.ts';
import type { Context } from './context.ts';
import { refuse } from './sdk/errors.ts';

/** Finds the module that a message is for (SDK, `MsgServiceRouter`). */
export interface Router {
  /** Whether a module handles messages of this type. */
  knows(type: string): boolean;
  /** Whether the program can decode a message and the messages nested in it. */
  canDecode(message: Message): boolean;
  /** Checks a message without state (`ValidateBasic`). Throws a `Refusal`. */
  check(message: Message, features: Features): void;
  /** Handles a message. Throws a `Refusal`; the caller must then undo the writes. */
  handle(context: Context, message: Message): void;
}

/** The message that contains other messages. */
const PROPOSAL = '/cosmos.gov.v1.MsgSubmitProposal';

type Checks = ReadonlyMap<string, (message: never, features: Features) => void>;
type Handlers = ReadonlyMap<string, (context: Context, message: never) => void>;

const routers = new WeakMap<ChainProgram, Router>();

/**
 * The router of a program. The model cannot decode a message that none of its modules handles. If the program can decode
 * it, the transaction codes differ.
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
  const canDecode = (message: Message): boolean =>
    handlers.has(message['@type']) && (message['@type'] !== PROPOSAL || proposed(message).every(canDecode));
  return {
    knows: (type) => handlers.has(type),
    canDecode,
    check: (message, features) => checks.get(message['@type'])?.(message as never, features),
    handle(context, message) {
      const handler = handlers.get(message['@type']);
      if (handler === undefined) refuse('unknownRequest', `no module handles ${message['@type']}`);
      handler(context, message as never);
    },
  };
}

function proposed({ messages }: Message): readonly Message[] {
  return isList(messages) ? messages.filter(isMessage) : [];
}

function isMessage(value: Value): value is Message {
  return typeof value === 'object' && value !== null && '@type' in value;
}
