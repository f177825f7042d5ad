/** A trace's name as a file name: `1/12` becomes `1-12`. */
export function fileNameOf(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/gu, '-');
}
