import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, ORGANIZATION, rowAt } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import type { EntryRow } from "../query/entry-row.ts";
import type { EntryKey } from "../query/keys-query.ts";
import { pageWindows } from "../query/page-windows.ts";
import type { Order, Page } from "../query/page.ts";
import { positionOf, type Position } from "../query/position.ts";
import type { Selection } from "../query/selection.ts";
import type { Window } from "../query/window.ts";
import { pageKeys } from "./page-keys.ts";
import { pageRows } from "./page-rows.ts";
import { filterOf } from "./selection.contract.ts";

const DAY = 86_400_000;
const window = { start: 0, end: 90 * DAY };
const rowOf = (time: number, index: number): EntryRow => rowAt(time, idOf(index));
const keyOf = (row: EntryRow): EntryKey => [row.scope_id, row.event_time, row.event_id];

/** As a store does it. */
function among(rows: readonly EntryRow[], { window: { start, end } }: Selection, { limit, order, after }: Page) {
  const direction = order === "newest-first" ? -1 : 1;
  const compare = (one: Position, other: Position) =>
    direction * (one.eventTime - other.eventTime || (one.id < other.id ? -1 : Number(one.id > other.id)));
  return rows
    .filter((row) => positionOf(row).eventTime >= start && positionOf(row).eventTime < end)
    .filter((row) => after === undefined || compare(positionOf(row), after) > 0)
    .toSorted((one, other) => compare(positionOf(one), positionOf(other)))
    .slice(0, limit);
}

interface Looked {
  readonly ids: readonly string[];
  readonly next: Position | undefined;
  readonly asked: number;
}

/** `find` answers a question, and takes its time on the clock `now`. */
interface Looking {
  readonly find: (selection: Selection, page: Page) => readonly EntryRow[];
  readonly now: () => number;
}

type Way = (looking: Looking, selection: Selection, page: Page, windows: Iterable<Window>) => Promise<Looked>;

const byKeys: Way = async ({ find, now }, ...asked) => {
  const { keys, ...rest } = await pageKeys(async (...to) => find(...to).map(keyOf), ...asked, now);
  return { ids: keys.map(([, , id]) => id), ...rest };
};
const atOnce: Way = async ({ find, now }, ...asked) => {
  async function* read(...to: Parameters<Looking["find"]>) {
    yield* find(...to);
  }
  const { rows, ...rest } = await pageRows(read, ...asked, now);
  return { ids: rows.map((row) => row.event_id), ...rest };
};

describe.each([
  ["keys first, below an organization", byKeys, { descendants: true }],
  ["entries at once, of one scope", atOnce, {}],
] as const)("%s", (_name, look, selected) => {
  test("whoever looks long for little gets a page of what was found so far, and goes on behind it", async () => {
    const selection = selectionOf(await grantedScope({ type: "ORGANIZATION", id: ORGANIZATION }), window, selected);
    let clock = 0;
    const find: Looking["find"] = (...asked) => {
      clock += 2_000;
      return among([rowOf(89.9 * DAY, 1), rowOf(3 * DAY, 2)], ...asked);
    };
    const looking = { find, now: () => clock };
    const windows = [89, 80, 0].map((day, index) => ({ start: day * DAY, end: ([90, 89, 80][index] ?? 0) * DAY }));
    expect(await look(looking, selection, pageOf(50), windows)).toEqual({
      ids: [idOf(1)],
      next: { eventTime: 80 * DAY, id: "00000000-0000-0000-0000-000000000000" },
      asked: 2,
    });
    const last = await look(looking, selection, pageOf(50), windows.slice(2));
    expect(last.next).toBeUndefined();
  });

  test("page by page everything is found, each once, however long the looking takes", async () => {
    const scope = await grantedScope({ type: "ORGANIZATION", id: ORGANIZATION });
    const searching = selectionOf(scope, window, { ...selected, filter: filterOf("web") });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: window.end - 1 }), { maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 8_000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom<Order>("newest-first", "oldest-first"),
        async (times, waits, limit, order) => {
          const rows = times.map(rowOf);
          let [clock, questions] = [0, 0];
          const find: Looking["find"] = (...asked) => {
            clock += waits[questions++ % waits.length] ?? 0;
            return among(rows, ...asked);
          };
          const now = () => clock;
          const found: string[] = [];
          for (let after: Position | undefined; ;) {
            const page = pageOf(limit, { after, order });
            const windows = pageWindows(searching, page, false, now);
            const { ids, next } = await look({ find, now }, searching, page, windows);
            found.push(...ids);
            if (next === undefined) break;
            after = next;
          }
          const all = among(rows, searching, pageOf(1_000, { order }));
          expect(found).toEqual(all.map((row) => row.event_id));
        },
      ),
    );
  });
});
