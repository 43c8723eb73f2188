// The part of entry-store.contract.ts about pages: each entry exactly once, however often it is stored and however large it is.
import { DAY_MS } from "@audit-log/schemas";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, PROJECT, rowAt } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import type { Position } from "../query/position.ts";
import type { Window } from "../query/window.ts";
import type { StoreUnderTest } from "./entry-store.contract.ts";
import { bytesOf, PAGE_BYTES } from "./fill-page.ts";

const signal = new AbortController().signal;

const project = () => grantedScope({ type: "PROJECT", id: PROJECT });

/** Every id, page by page. `descendants`: a project has none, and a store may read them another way. */
async function readAll(
  { store }: StoreUnderTest,
  window: Window,
  limit: number,
  descendants = false,
): Promise<string[][]> {
  const pages: string[][] = [];
  let after: Position | undefined;
  for (;;) {
    const selection = selectionOf(await project(), window, { descendants });
    const { rows, next } = await store.entries(selection, pageOf(limit, { after }), signal);
    pages.push(rows.map((row) => row.event_id));
    if (next === undefined) return pages;
    after = next;
  }
}

export function pagingContract(
  open: () => Promise<StoreUnderTest>,
  { now, propertyRuns }: { now: () => number; propertyRuns: number },
): void {
  const lastDay = (): Window => ({ start: now() - DAY_MS, end: now() });

  test("shows an event once that was stored twice, also across pages", async () => {
    const opened = await open();
    const time = now() - 1000;
    const rows = [1, 2, 3].map((number) => rowAt(time, idOf(number)));
    await opened.add(...rows);
    await opened.add(...rows);
    await opened.add(...rows);
    for (const limit of [1, 2, 3, 4, 8, 9, 10])
      for (const descendants of [false, true]) {
        const pages = await readAll(opened, lastDay(), limit, descendants);
        expect(pages.flat()).toEqual([idOf(3), idOf(2), idOf(1)]);
      }
  });

  test("goes on after a page on which all rows were copies of one event", async () => {
    const opened = await open();
    const [newer, older] = [rowAt(now() - 1000, idOf(1)), rowAt(now() - 2000, idOf(2))];
    for (let copy = 0; copy < 4; copy += 1) await opened.add(newer);
    await opened.add(older);
    expect(await readAll(opened, lastDay(), 2)).toEqual([[idOf(1)], [idOf(2)]]);
    expect(await readAll(opened, lastDay(), 4)).toEqual([[idOf(1)], [idOf(2)]]);
    expect(await readAll(opened, lastDay(), 5)).toEqual([[idOf(1), idOf(2)]]);
  });

  test("ends a page of large entries before its limit, and shows each exactly once", async () => {
    const opened = await open();
    const details = JSON.stringify("x".repeat(250 * 1024));
    const rows = Array.from({ length: 100 }, (_none, index) => rowAt(now() - 1000 * index, idOf(index), { details }));
    for (let first = 0; first < rows.length; first += 25) await opened.add(...rows.slice(first, first + 25));
    const window = { start: now() - DAY_MS, end: now() + 1 };
    const most = Math.floor(PAGE_BYTES / Math.max(...rows.map(bytesOf)));
    for (const limit of [100, 1000]) {
      const pages = await readAll(opened, window, limit);
      expect(pages.flat()).toEqual(rows.map((row) => row.event_id));
      expect(pages.map((page) => page.length)).toEqual([most, most, most, rows.length - 3 * most]);
    }
  });

  test("shows each entry exactly once, whatever the data and the page size", async () => {
    const anyRows = fc.uniqueArray(
      fc.record({ second: fc.integer({ min: 0, max: 3 }), id: fc.uuid(), copies: fc.integer({ min: 1, max: 4 }) }),
      { maxLength: 40, selector: ({ id }) => id },
    );
    const opened = await open();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(anyRows, fc.integer({ min: 1, max: 45 }), fc.boolean(), async (drawn, limit, descendants) => {
        run += 1; // each run has its own minutes, so that one store serves all
        const window = { start: now() - DAY_MS + run * 10_000, end: now() - DAY_MS + (run + 1) * 10_000 };
        for (const copy of [1, 2, 3, 4])
          await opened.add(
            ...drawn
              .filter(({ copies }) => copies >= copy)
              .map(({ second, id }) => rowAt(window.start + second * 1000, id)),
          );
        const pages = await readAll(opened, window, limit, descendants);
        expect(pages.flat().toSorted()).toEqual(drawn.map(({ id }) => id).toSorted());
        const before = pages.slice(0, -1);
        expect(before.every((page) => page.length > 0 && page.length <= limit)).toBe(true);
        if (drawn.every(({ copies }) => copies === 1)) expect(before.every((page) => page.length === limit)).toBe(true);
      }),
      { numRuns: propertyRuns },
    );
  });
}
