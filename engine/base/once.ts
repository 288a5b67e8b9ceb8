/** Values that are computed at their first use and then kept. */

/** Returns a function that calls `make` at its first call and returns the same value from then on. */
export function once<V>(make: () => V): () => V {
  let made: { readonly value: V } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Like `once`, with one value for each key. Keys are compared as a `Map` compares them. */
export function oncePer<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return key => {
    const value = made.has(key) ? (made.get(key) as V) : make(key);
    made.set(key, value);
    return value;
  };
}
