/** Caches a result for each version of a table. Tables are immutable, so the same object has the same content. */
export function cached<Rows extends object, Result>(compute: (rows: Rows) => Result): (rows: Rows) => Result {
  const known = new WeakMap<Rows, { readonly result: Result }>();
  return (rows) => {
    const found = known.get(rows);
    if (found !== undefined) return found.result;
    const result = compute(rows);
    known.set(rows, { result });
    return result;
  };
}
