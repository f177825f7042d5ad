import type { Message, TxResult } from './block.ts';
import type { BlockEvent, HistoryEvent } from './event.ts';
import type { Feature } from './feature.ts';

/** Whether what is watched for happens in an event. */
export interface Sees {
  (event: HistoryEvent): boolean;
  /** The chains in whose blocks alone it can happen; nothing else need be shown then. */
  readonly blocksOf?: HistoryEvent['kind'];
}

/** Watches one history for one event. It is fed every event in order. */
export interface Watch {
  readonly sees: Sees;
}

/** An event that a campaign must reach: one that is never reached shows that the suite does not test what it claims. */
export interface Witness {
  /** Lower case with dashes. */
  readonly name: string;
  /** What happens, in a sentence. */
  readonly describes: string;
  /** Where it comes from: a section of ICS-028 or ICS-04, an ADR, a message. */
  readonly source: string;
  /** The feature without which it can't happen. */
  readonly needs?: Feature;
  /** Begins to watch a new history. */
  watch(): Watch;
}

/** A witness that one event alone shows, whatever came before it. */
export function witness(name: string, source: string, describes: string, sees: Sees): Witness {
  return { name, describes, source, watch: () => ({ sees }) };
}

/** Witnesses of what only programs with a feature can do. */
export function needing(needs: Feature, witnesses: readonly Witness[]): readonly Witness[] {
  return witnesses.map((one) => ({ ...one, needs }));
}

/** The same for a block of the provider. */
export function onProvider(sees: (event: BlockEvent) => boolean): Sees {
  return onBlocksOf('provider', sees);
}

/** The same for a block of a consumer. */
export function onConsumer(sees: (event: BlockEvent) => boolean): Sees {
  return onBlocksOf('consumer', sees);
}

/** The same for a block of a chain that lives on its own. */
export function onSovereign(sees: (event: BlockEvent) => boolean): Sees {
  return onBlocksOf('sovereign', sees);
}

function onBlocksOf(kind: HistoryEvent['kind'], sees: (event: BlockEvent) => boolean): Sees {
  const seesBlock = (event: HistoryEvent): boolean => event.event === 'block' && event.kind === kind && sees(event);
  return Object.assign(seesBlock, { blocksOf: kind });
}

/** Whether a transaction of the block holds a message of this type and was answered so. */
export function answered(
  { answers }: BlockEvent,
  type: string,
  answer: (result: TxResult, message: Message) => boolean,
): boolean {
  return answers.get(type)?.some(({ result, message }) => answer(result, message)) === true;
}

/** Whether a message of this type succeeded in the block. */
export function succeeded({ answers }: BlockEvent, type: string): boolean {
  return answers.get(type)?.some(({ result }) => result.code === 0) === true;
}

/** Whether a message of this type was refused with this code. */
export function refused({ answers }: BlockEvent, type: string, codespace: string, code: number): boolean {
  return answers.get(type)?.some(({ result }) => result.codespace === codespace && result.code === code) === true;
}
