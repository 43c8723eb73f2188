// What every EntryStore promises, as a suite: run by the tests of each implementation.
import { DAY_MS, RETENTION_MS } from "@audit-log/schemas";
import { describe, expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { bareRow, idOf, OTHER_PROJECT, PROJECT, rowAt } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import { exampleRow } from "../entries/example-row.ts";
import type { Initiator } from "../emails/emails.ts";
import type { EntryRow } from "../query/entry-row.ts";
import { positionOf } from "../query/position.ts";
import type { Scope } from "../scope.ts";
import type { Window } from "../query/window.ts";
import type { EntryStore } from "./entry-store.ts";
import { pagingContract } from "./paging.contract.ts";
import { selectionContract } from "./selection.contract.ts";

export interface StoreUnderTest {
  store: EntryStore;
  add(...rows: EntryRow[]): Promise<void>;
  /** The initiator's e-mail is this one. */
  tell(initiator: Initiator, email: string): Promise<void>;
  /** The scope lies under these from now on: folders, nearest first, then the organization. */
  place(scope: Scope, ...above: Scope[]): Promise<void>;
}

const signal = new AbortController().signal;

const project = () => grantedScope({ type: "PROJECT", id: PROJECT });

/** `open` gives an empty store; `now`: milliseconds UTC, the clock that the store's retention goes by. */
export function entryStoreContract(
  open: () => Promise<StoreUnderTest>,
  { now, propertyRuns }: { now: () => number; propertyRuns: number },
): void {
  const lastDay = (): Window => ({ start: now() - DAY_MS, end: now() });

  const ids = async ({ store }: StoreUnderTest, window = lastDay(), limit = 100): Promise<string[]> =>
    (await store.entries(selectionOf(await project(), window), pageOf(limit), signal)).rows.map((row) => row.event_id);

  describe("an entry store", () => {
    test("gives rows back as they were put in", async () => {
      const opened = await open();
      const full = { ...exampleRow, event_time: rowAt(now() - 2000, "").event_time };
      const bare = { ...bareRow, event_time: rowAt(now() - 3000, "").event_time };
      await opened.add(full, bare);
      const { rows, next } = await opened.store.entries(selectionOf(await project(), lastDay()), pageOf(2), signal);
      expect(rows).toEqual([full, bare]);
      expect(next).toBeUndefined();
    });

    test("is reachable, and empty where nothing was put in", async () => {
      const opened = await open();
      await opened.store.ping();
      expect(await ids(opened)).toEqual([]);
    });

    test("shows the newest first and tells whether there is more", async () => {
      const opened = await open();
      await opened.add(...[3, 1, 2].map((age) => rowAt(now() - age * 1000, idOf(age))));
      expect(await ids(opened)).toEqual([idOf(1), idOf(2), idOf(3)]);
      const page = await opened.store.entries(selectionOf(await project(), lastDay()), pageOf(2), signal);
      expect(page.rows).toHaveLength(2);
      expect(page.next).toEqual(positionOf(rowAt(now() - 2000, idOf(2))));
    });

    test("shows private events to those who were granted them", async () => {
      const opened = await open();
      await opened.add(rowAt(now() - 1000, idOf(1)), rowAt(now() - 2000, idOf(2), { visibility: "PRIVATE" }));
      const everything = await grantedScope({ type: "PROJECT", id: PROJECT }, ["PUBLIC", "PRIVATE"]);
      const { rows } = await opened.store.entries(selectionOf(everything, lastDay()), pageOf(10), signal);
      expect(rows.map((row) => row.event_id)).toEqual([idOf(1), idOf(2)]);
      expect(await ids(opened)).toEqual([idOf(1)]);
    });

    test("shows the scope's own public events only", async () => {
      const opened = await open();
      const time = now() - 1000;
      await opened.add(
        rowAt(time, idOf(1)),
        rowAt(time, idOf(2), { visibility: "PRIVATE" }),
        rowAt(time, idOf(3), { scope_id: OTHER_PROJECT }),
        rowAt(time, idOf(4), { scope_type: "FOLDER" }),
      );
      expect(await ids(opened)).toEqual([idOf(1)]);
    });

    test("begins with the start and ends before the end", async () => {
      const opened = await open();
      const window = { start: now() - 5000, end: now() - 3000 };
      const times = [window.start - 1, window.start, window.end - 1, window.end];
      await opened.add(...times.map((time, index) => rowAt(time, idOf(index))));
      expect(await ids(opened, window)).toEqual([idOf(2), idOf(1)]);
    });

    test("shows nothing older than 90 days, whatever is asked", async () => {
      const opened = await open();
      const minute = 60_000;
      await opened.add(
        rowAt(now() - RETENTION_MS + minute, idOf(1)),
        rowAt(now() - RETENTION_MS - minute, idOf(2)),
        rowAt(now() - RETENTION_MS - DAY_MS, idOf(3)),
      );
      expect(await ids(opened, { start: now() - 2 * RETENTION_MS, end: now() })).toEqual([idOf(1)]);
    });

    selectionContract(open, { now });
    pagingContract(open, { now, propertyRuns });
  });
}
