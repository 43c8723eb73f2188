import * as fc from "fast-check";
import { expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, ORGANIZATION } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import { storedTimeOf } from "../query/entry-row.ts";
import { positionOfKey, type EntryKey } from "../query/keys-query.ts";
import { pageWindows } from "../query/page-windows.ts";
import type { Order } from "../query/page.ts";
import type { Position } from "../query/position.ts";
import { pageKeys, type FindKeys } from "./page-keys.ts";
import { filterOf } from "./selection.contract.ts";

const DAY = 86_400_000;
const window = { start: 0, end: 90 * DAY };
const keyAt = (time: number, index: number): EntryKey => ["p", storedTimeOf(time), idOf(index)];

/** As a store does it. */
const among =
  (keys: readonly EntryKey[]): FindKeys =>
  async (selection, { limit, order, after }) => {
    const direction = order === "newest-first" ? -1 : 1;
    const compare = (one: Position, other: Position) =>
      direction * (one.eventTime - other.eventTime || (one.id < other.id ? -1 : Number(one.id > other.id)));
    return keys
      .filter((key) => {
        const { eventTime } = positionOfKey(key);
        return eventTime >= selection.window.start && eventTime < selection.window.end;
      })
      .filter((key) => after === undefined || compare(positionOfKey(key), after) > 0)
      .toSorted((one, other) => compare(positionOfKey(one), positionOfKey(other)))
      .slice(0, limit);
  };

test("whoever looks long for little gets a page of what was found so far, and goes on behind it", async () => {
  const selection = selectionOf(await grantedScope({ type: "ORGANIZATION", id: ORGANIZATION }), window);
  let now = 0;
  const find: FindKeys = async (...asked) => {
    now += 2_000;
    return among([keyAt(89.9 * DAY, 1), keyAt(3 * DAY, 2)])(...asked);
  };
  const windows = [89, 80, 0].map((day, index) => ({ start: day * DAY, end: ([90, 89, 80][index] ?? 0) * DAY }));
  const page = await pageKeys(find, selection, pageOf(50), windows, () => now);
  expect(page.keys.map(([, , id]) => id)).toEqual([idOf(1)]);
  expect(page.next).toEqual({ eventTime: 80 * DAY, id: "00000000-0000-0000-0000-000000000000" });
  expect(page.asked).toBe(2);
  const last = await pageKeys(find, selection, pageOf(50), windows.slice(2), () => now);
  expect(last.next).toBeUndefined();
});

test("page by page everything is found, each once, however long the looking takes", async () => {
  const scope = await grantedScope({ type: "ORGANIZATION", id: ORGANIZATION });
  const searching = selectionOf(scope, window, { descendants: true, filter: filterOf("web") });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: window.end - 1 }), { maxLength: 40 }),
      fc.array(fc.integer({ min: 0, max: 8_000 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 10 }),
      fc.constantFrom<Order>("newest-first", "oldest-first"),
      async (times, waits, limit, order) => {
        const keys = times.map(keyAt);
        let [now, asked] = [0, 0];
        const find: FindKeys = async (...question) => {
          now += waits[asked++ % waits.length] ?? 0;
          return among(keys)(...question);
        };
        const found: string[] = [];
        for (let after: Position | undefined; ;) {
          const page = pageOf(limit, { after, order });
          const windows = pageWindows(searching, page, false, () => now);
          const { keys: shown, next } = await pageKeys(find, searching, page, windows, () => now);
          found.push(...shown.map(([, , id]) => id));
          if (next === undefined) break;
          after = next;
        }
        const all = await among(keys)(searching, pageOf(1_000, { order }));
        expect(found).toEqual(all.map(([, , id]) => id));
      },
    ),
  );
});
