const MAX_LENGTH = 50;

/** Chain ids of two consumers that were there before anybody could register one. */
const RESERVED: ReadonlySet<string> = new Set(['neutron-1', 'stride-1']);

/** Whether a consumer may have this chain id. */
export function isChainId(text: string): boolean {
  return isText(text, MAX_LENGTH) && !RESERVED.has(text);
}

/** Whether a text is not blank and has no more than so many bytes. */
export function isText(text: string, max: number): boolean {
  return text.trim() !== '' && Buffer.byteLength(text) <= max;
}
