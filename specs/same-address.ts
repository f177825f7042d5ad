/** Whether two bech32 addresses have the same bytes, such as the addresses of an operator and of its account. */
export function isSameAddress(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && bytesIn(one) === bytesIn(other);
}

/** The part of an address without its prefix and the six characters of its checksum. */
function bytesIn(address: string): string {
  return address.slice(address.lastIndexOf('1') + 1, -6);
}
