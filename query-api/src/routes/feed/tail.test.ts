// What a tail says and when, on a clock of our own.
import { expect, test } from "vitest";
import { entryOfRow } from "../../entries/entry-of-row.ts";
import { exampleRow } from "../../entries/example-row.ts";
import { arrivalAt, type Arrival } from "../../query/arrival.ts";
import { StoreUnavailable } from "../../store/entry-store.ts";
import type { Arrived } from "./open-feed.ts";
import { tail, TAIL_PACE, type TailEnd, type TailEvent } from "./tail.ts";

const entry = entryOfRow(exampleRow, undefined);

/** `pages`: what is found at each look, or thrown; then nothing more comes. */
function tailOver(pages: (Partial<Arrived> | Error)[], { isGranted = (): boolean => true } = {}) {
  const said = { looks: 0, waits: 0, rows: 0, away: [] as unknown[] };
  let clock = 0;
  let ended: TailEnd | "hung-up" | undefined;
  const after = async (place: Arrival): Promise<Arrived> => {
    said.looks += 1;
    const page = pages.shift() ?? {};
    if (page instanceof Error) throw page;
    return { items: [], settledUntil: 0, more: false, last: place, ...page };
  };
  const events = tail({
    feed: {
      start: arrivalAt(1),
      after,
      cursorOf: ({ receivedTime }) => `at ${receivedTime}`,
      isGranted: async () => isGranted(),
    },
    pace: TAIL_PACE,
    clock: () => clock,
    wait: async (ms) => {
      said.waits += 1;
      clock += ms;
    },
    over: () => ended,
    signal: new AbortController().signal,
    onAway: (cause) => {
      if (!(cause instanceof StoreUnavailable)) throw cause;
      said.away.push(cause);
    },
    onLook: (rows) => (said.rows += rows),
  });
  const next = async (count: number): Promise<TailEvent[]> => {
    const found: TailEvent[] = [];
    while (found.length < count) {
      const { value, done } = await events.next();
      if (done === true) break;
      found.push(value);
    }
    return found;
  };
  return { events, next, said, end: (reason: TailEnd | "hung-up") => (ended = reason), clock: () => clock };
}

const page = (first: number, count: number, rest: Partial<Arrived> = {}): Partial<Arrived> => ({
  items: Array.from({ length: count }, (_none, index) => ({ entry, at: arrivalAt(first + index) })),
  last: arrivalAt(first + count),
  settledUntil: first + count,
  ...rest,
});

test("entries with their cursors, then how far that is all", async () => {
  const { next, said } = tailOver([page(10, 2, { more: true }), page(12, 1)]);
  expect((await next(5)).map((event) => ({ ...event, entry: undefined }))).toEqual([
    { kind: "opened" },
    { kind: "entry", id: "at 10" },
    { kind: "entry", id: "at 11" },
    { kind: "entry", id: "at 12" },
    { kind: "settled", settledUntil: 13, id: "at 13" },
  ]);
  // The first page is followed by the next at once.
  expect(said).toMatchObject({ looks: 2, waits: 0, rows: 3 });
});

test("while nobody reads, nothing is read from the store", async () => {
  const { next, said } = tailOver([page(10, 100, { more: true }), page(110, 100)]);
  await next(2);
  await new Promise(setImmediate);
  expect(said.looks).toBe(1);
  await next(99);
  expect(said.looks).toBe(1);
  await next(1);
  expect(said.looks).toBe(2);
});

test("what nobody promises to be all is silence, with a sign of life every 15 seconds", async () => {
  const { next, clock } = tailOver([]);
  expect(await next(3)).toEqual([{ kind: "opened" }, { kind: "heartbeat" }, { kind: "heartbeat" }]);
  expect(clock()).toBe(30_000);
});

test("while nothing comes it is said every 5 seconds how far that is all", async () => {
  const pages = Array.from({ length: 20 }, (_none, second) => ({
    settledUntil: second + 1,
    last: arrivalAt(second + 1),
  }));
  const { next } = tailOver(pages);
  expect((await next(4)).slice(1)).toEqual(
    [1, 6, 11].map((until) => ({ kind: "settled", settledUntil: until, id: `at ${until}` })),
  );
});

test("a store that is away is waited for, and nothing is missed", async () => {
  const { next, said } = tailOver([new StoreUnavailable("away"), page(10, 1)]);
  expect((await next(2))[1]).toMatchObject({ kind: "entry", id: "at 10" });
  expect(said.away).toHaveLength(1);
});

test("a fault of ours ends it", async () => {
  await expect(tailOver([new TypeError("ours")]).next(2)).rejects.toThrow("ours");
});

test.each(["token-expired", "closing"] as const)("%s is said, and ends it", async (reason) => {
  const { next, end, said } = tailOver([page(10, 3)]);
  await next(2);
  end(reason);
  expect(await next(5)).toEqual([{ kind: "end", reason }]);
  expect(said.looks).toBe(1);
});

test("who has hung up is told nothing", async () => {
  const { next, end } = tailOver([page(10, 3)]);
  await next(2);
  end("hung-up");
  expect(await next(5)).toEqual([]);
});

test("where nobody can say who may read, it ends, and is no fault", async () => {
  const { next } = tailOver([], {
    isGranted: () => {
      throw new StoreUnavailable("away");
    },
  });
  expect((await next(9)).at(-1)).toEqual({ kind: "end", reason: "unavailable" });
});

test("who may not read any more is told so within half a minute", async () => {
  let isGranted = true;
  const { next, clock } = tailOver([], { isGranted: () => isGranted });
  await next(2);
  isGranted = false;
  expect(await next(9)).toEqual([{ kind: "end", reason: "not-granted" }]);
  expect(clock()).toBe(30_000);
});
