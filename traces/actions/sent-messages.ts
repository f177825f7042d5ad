import { ACTION_KINDS } from './index.ts';
import { CONTENT_KINDS } from '../contents/index.ts';

/** The types of all messages that the actions of a trace can send, directly or as the content of a proposal. */
export const SENT_MESSAGES: ReadonlySet<string> = new Set([
  ...ACTION_KINDS.flatMap(({ sends }) => sends),
  ...CONTENT_KINDS.map(({ type }) => type),
]);
