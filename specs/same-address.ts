/** Whether two addresses in bech32 are of the same bytes, as those of an operator and of its account are. */
export function isSameAddress(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && bytesIn(one) === bytesIn(other);
}

/** What an address says beside its prefix and the six letters of its checksum. */
function bytesIn(address: string): string {
  return address.slice(address.lastIndexOf('1') + 1, -6);
}
