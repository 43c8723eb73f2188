// One step ahead: what comes next is begun while what came before is used. Here: the next batch is transcoded while ClickHouse stores the last.

/** Yields what `begin` makes of each item, in order; never more than one is begun and not yet used. */
export async function* ahead<Item, Begun>(
  items: AsyncIterable<Item>,
  begin: (item: Item) => Promise<Begun>,
): AsyncGenerator<Begun> {
  const source = items[Symbol.asyncIterator]();
  const step = async (): Promise<{ begun: Begun } | undefined> => {
    const { done, value } = await source.next();
    return done === true ? undefined : { begun: await begin(value) };
  };
  let next = step();
  try {
    for (;;) {
      const current = await next;
      if (current === undefined) return;
      next = step();
      // It is awaited when its turn comes, or never.
      next.catch(() => undefined);
      yield current.begun;
    }
  } finally {
    // Whoever waits in it is let go by the end of the assignment.
    void source.return?.().catch(() => undefined);
  }
}
