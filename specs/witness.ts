import type { Message, TxResult } from './block.ts';
import type { BlockEvent, HistoryEvent } from './event.ts';

/** Watches one history for one event. It is fed every event in order. */
export interface Watch {
  /** Whether what the witness stands for happens in this event. */
  sees(event: HistoryEvent): boolean;
}

/** An event that a campaign must reach: one that is never reached shows that the suite does not test what it claims. */
export interface Witness {
  /** Lower case with dashes. */
  readonly name: string;
  /** What happens, in a sentence. */
  readonly describes: string;
  /** Where it comes from: a section of ICS-028 or ICS-04, an ADR, a message. */
  readonly source: string;
  /** Begins to watch a new history. */
  watch(): Watch;
}

/** A witness that one event alone shows, whatever came before it. */
export function witness(
  name: string,
  source: string,
  describes: string,
  sees: (event: HistoryEvent) => boolean,
): Witness {
  return { name, describes, source, watch: () => ({ sees }) };
}

/** The same for a block of the provider. */
export function onProvider(sees: (event: BlockEvent) => boolean): (event: HistoryEvent) => boolean {
  return (event) => event.event === 'block' && event.kind === 'provider' && sees(event);
}

/** The same for a block of a consumer. */
export function onConsumer(sees: (event: BlockEvent) => boolean): (event: HistoryEvent) => boolean {
  return (event) => event.event === 'block' && event.kind === 'consumer' && sees(event);
}

/** Whether a transaction of the block holds a message of this type and was answered so. */
export function answered(
  event: BlockEvent,
  type: string,
  answer: (result: TxResult, message: Message) => boolean,
): boolean {
  const { txs } = event.block;
  return txs.some((tx, i) => {
    const result = event.observation.txResults[i];
    return result !== undefined && tx.messages.some((message) => message['@type'] === type && answer(result, message));
  });
}

/** Whether a message of this type succeeded in the block. */
export function succeeded(event: BlockEvent, type: string): boolean {
  return event.block.txs.length > 0 && answered(event, type, ({ code }) => code === 0);
}

/** Whether a message of this type was refused with this code. */
export function refused(event: BlockEvent, type: string, codespace: string, code: number): boolean {
  return (
    event.block.txs.length > 0 &&
    answered(event, type, (result) => result.codespace === codespace && result.code === code)
  );
}
