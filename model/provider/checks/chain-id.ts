const MAX_LENGTH = 50;

/** The chain ids of the two consumers from before permissionless ICS. */
const RESERVED: ReadonlySet<string> = new Set(['neutron-1', 'stride-1']);

/** Whether a consumer may have this chain id. */
export function isChainId(text: string): boolean {
  return isText(text, MAX_LENGTH) && !RESERVED.has(text);
}

/** Whether a text is not blank and has at most `max` bytes. */
export function isText(text: string, max: number): boolean {
  return text.trim() !== '' && Buffer.byteLength(text) <= max;
}
