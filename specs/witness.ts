import type { Message, TxResult } from './block.ts';
import type { BlockEvent, HistoryEvent } from './event.ts';
import type { Feature } from './feature.ts';

/** Whether an event shows what is watched for. */
export interface Sees {
  (event: HistoryEvent): boolean;
  /** The only kind of chain whose blocks can show it; other events can be skipped. */
  readonly blocksOf?: HistoryEvent['kind'];
}

/** Watches one history for one kind of event. It gets every event in order. */
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
  /** The feature that a release needs for it to happen. */
  readonly needs?: Feature;
  /** Starts to watch a new history. */
  watch(): Watch;
}

/** A witness that depends on a single event. */
export function witness(name: string, source: string, describes: string, sees: Sees): Witness {
  return { name, describes, source, watch: () => ({ sees }) };
}

/** Witnesses that only programs with a feature can reach. */
export function needing(needs: Feature, witnesses: readonly Witness[]): readonly Witness[] {
  return witnesses.map((one) => ({ ...one, needs }));
}

/** Whether an event is a provider block that satisfies the predicate. */
export function onProvider(sees: (event: BlockEvent) => boolean): Sees {
  return onBlocksOf('provider', sees);
}

/** Whether an event is a consumer block that satisfies the predicate. */
export function onConsumer(sees: (event: BlockEvent) => boolean): Sees {
  return onBlocksOf('consumer', sees);
}

/** Whether an event is a block of a standalone chain that satisfies the predicate. */
export function onSovereign(sees: (event: BlockEvent) => boolean): Sees {
  return onBlocksOf('sovereign', sees);
}

function onBlocksOf(kind: HistoryEvent['kind'], sees: (event: BlockEvent) => boolean): Sees {
  const seesBlock = (event: HistoryEvent): boolean => event.event === 'block' && event.kind === kind && sees(event);
  return Object.assign(seesBlock, { blocksOf: kind });
}

/** Whether the block has a message of this type whose result satisfies the predicate. */
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
