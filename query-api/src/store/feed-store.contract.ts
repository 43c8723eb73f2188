// What every FeedStore promises: who follows the pages sees each event once, whenever it comes and however often it is stored.
import { DAY_MS, RETENTION_MS } from "@audit-log/schemas";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, OTHER_PROJECT, PROJECT, rowAt } from "../../test/rows.ts";
import { selectionOf } from "../../test/selections.ts";
import { anyEventTime, arrivalAt, type Arrival } from "../query/arrival.ts";
import { storedTimeOf, type EntryRow } from "../query/entry-row.ts";
import type { Selection } from "../query/selection.ts";
import type { Scope } from "../scope.ts";
import { settledUntilOf, type DomainProgress, type FeedStore } from "./feed-store.ts";
import { bytesOf, PAGE_BYTES } from "./fill-page.ts";
import { filterOf } from "./selection.contract.ts";

export interface FeedUnderTest {
  feed: FeedStore;
  add(...rows: EntryRow[]): Promise<void>;
  progress(...told: DomainProgress[]): Promise<void>;
  place(scope: Scope, ...above: Scope[]): Promise<void>;
}

const signal = new AbortController().signal;

/** `open` gives an empty one; `now`: milliseconds UTC, the clock that the store's retention goes by. */
export function feedStoreContract(
  open: () => Promise<FeedUnderTest>,
  { now, propertyRuns }: { now: () => number; propertyRuns: number },
): void {
  const day = now() - DAY_MS;
  const selection = async (rest: Partial<Selection> = {}, scope: Scope = { type: "PROJECT", id: PROJECT }) =>
    selectionOf(await grantedScope(scope), anyEventTime(now()), rest);
  /** Received so many milliseconds after `day`; happened then, too, unless it says otherwise. */
  const row = (received: number, number: number, rest: Partial<EntryRow> = {}): EntryRow =>
    rowAt(day, idOf(number), { received_time: storedTimeOf(day + received), ...rest });

  /** Numbers of the entries that arrived behind `after`, page by page, and where to go on. */
  async function read({ feed }: FeedUnderTest, until: number, after: Arrival, limit: number, asked: Selection) {
    const pages: number[][] = [];
    for (let place = after; ;) {
      const { rows, more, last } = await feed.arrived(asked, { limit, after: place, until: day + until }, signal);
      pages.push(rows.map(({ event_id }) => Number.parseInt(event_id.slice(-8), 16)));
      if (more && last.receivedTime === place.receivedTime && last.id === place.id)
        expect.unreachable("it stands still");
      place = last;
      if (!more) return { pages, numbers: pages.flat(), last: place };
    }
  }

  describe("a feed store", () => {
    test("shows what was received in that order, whenever it happened, and nothing that is not settled", async () => {
      const opened = await open();
      await opened.add(
        row(30, 1, { event_time: storedTimeOf(day - 50 * DAY_MS) }),
        row(10, 2),
        row(20, 3, { event_time: storedTimeOf(now() + DAY_MS / 2) }),
        row(20, 4),
        row(40, 5),
        row(50, 6),
      );
      for (const limit of [1, 2, 3, 10]) {
        const { numbers, last } = await read(opened, 40, arrivalAt(day), limit, await selection());
        expect(numbers).toEqual([2, 3, 4, 1]);
        expect(last).toEqual(arrivalAt(day + 40));
        expect((await read(opened, 1_000, last, limit, await selection())).numbers).toEqual([5, 6]);
      }
      expect((await read(opened, 1_000, arrivalAt(day + 40), 10, await selection())).numbers).toEqual([5, 6]);
    });

    test("goes on where it was when nothing has come, also where less is settled than before", async () => {
      const opened = await open();
      const place = arrivalAt(day + 40);
      expect(await read(opened, 40, place, 10, await selection())).toEqual({ pages: [[]], numbers: [], last: place });
      expect(await read(opened, 30, place, 10, await selection())).toEqual({ pages: [[]], numbers: [], last: place });
    });

    test("shows a copy neither beside nor after the one that was received first", async () => {
      const opened = await open();
      await opened.add(row(10, 1), row(20, 2), row(30, 1), row(31, 1), row(32, 1), row(40, 3));
      await opened.add(row(10, 1), row(10, 1));
      for (const limit of [1, 2, 3, 100]) {
        expect((await read(opened, 100, arrivalAt(day), limit, await selection())).numbers).toEqual([1, 2, 3]);
        // Only copies: an empty page, and it goes on.
        expect((await read(opened, 100, arrivalAt(day + 25), limit, await selection())).numbers).toEqual([3]);
      }
    });

    test("shows the scope's own events as far as they are granted, and what a filter leaves", async () => {
      const opened = await open();
      await opened.add(
        row(1, 1),
        row(2, 2, { visibility: "PRIVATE" }),
        row(3, 3, { scope_id: OTHER_PROJECT }),
        row(4, 4, { outcome: "DENIED" }),
        row(5, 5, { event_time: storedTimeOf(now() - RETENTION_MS - 60_000) }),
      );
      expect((await read(opened, 10, arrivalAt(day), 2, await selection())).numbers).toEqual([1, 4]);
      const denied = await selection({ filter: filterOf("outcome=DENIED") });
      expect((await read(opened, 10, arrivalAt(day), 2, denied)).numbers).toEqual([4]);
    });

    test("shows what is below a scope", async () => {
      const opened = await open();
      const organization: Scope = { type: "ORGANIZATION", id: "o1" };
      await opened.place({ type: "PROJECT", id: PROJECT }, organization);
      await opened.add(row(1, 1, { organization_id: "" }), row(2, 2, { organization_id: "o1" }), row(3, 3));
      const below = await selection({ descendants: true }, organization);
      expect((await read(opened, 10, arrivalAt(day), 10, below)).numbers).toEqual([1, 2]);
    });

    test("ends a page of large entries early and goes on there", async () => {
      const opened = await open();
      const details = JSON.stringify("x".repeat(250 * 1024));
      const rows = Array.from({ length: 70 }, (_none, index) => row(index >> 1, index, { details }));
      await opened.add(...rows.slice(0, 35));
      await opened.add(...rows.slice(35));
      const { numbers, pages } = await read(opened, 100, arrivalAt(day), 1_000, await selection());
      expect(numbers).toEqual(rows.map((_row, index) => index));
      expect(pages[0]).toHaveLength(Math.floor(PAGE_BYTES / Math.max(...rows.map(bytesOf))));
    });

    test("is settled as far as the domain that is least far", async () => {
      const opened = await open();
      expect(settledUntilOf(await opened.feed.progress(signal))).toBe(0);
      await opened.progress(
        { domain: "network", settledUntil: day + 5, waitingSince: 0 },
        { domain: "billing", settledUntil: day + 7, waitingSince: day + 3 },
      );
      await opened.progress({ domain: "network", settledUntil: day + 6, waitingSince: 0 });
      const progress = await opened.feed.progress(signal);
      expect(settledUntilOf(progress)).toBe(day + 6);
      expect(progress.toSorted((one, other) => one.settledUntil - other.settledUntil)).toEqual([
        { domain: "network", settledUntil: day + 6, waitingSince: 0 },
        { domain: "billing", settledUntil: day + 7, waitingSince: day + 3 },
      ]);
    });

    /** What workers and a reader do, in any order. */
    const anyStep = fc.oneof(
      fc.record({ kind: fc.constant("receive" as const), late: fc.nat(60), partition: fc.nat(2) }),
      fc.record({ kind: fc.constant("copy" as const), of: fc.nat(30), partition: fc.nat(2) }),
      fc.record({ kind: fc.constant("store" as const), partition: fc.nat(2) }),
      fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant("read" as const), limit: fc.integer({ min: 1, max: 5 }) }),
    );

    test("whatever comes late, twice or waits to be stored: a reader sees each event once", async () => {
      const opened = await open();
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 60 }), async (steps) => {
          run += 1; // each run has its own hours and ids, so that one store serves all
          const begin = run * 1_000;
          let clock = begin;
          let place = arrivalAt(day + begin);
          const events: EntryRow[] = [];
          const seen: number[] = [];
          /** Received and not stored, by partition: a block may wait while those of other partitions are stored. */
          const waiting: EntryRow[][] = [[], [], []];
          const receive = (event: EntryRow, partition: number) => {
            waiting[partition]?.push({ ...event, received_time: storedTimeOf(day + clock) });
          };
          const settledUntil = () => {
            const [oldest] = waiting
              .flat()
              .map((one) => one.received_time)
              .toSorted();
            clock += 1; // what is received after the promise is received later
            return oldest === undefined ? clock : Date.parse(`${oldest.replace(" ", "T")}Z`) - day;
          };
          const page = async (limit: number) => {
            const found = await read(opened, settledUntil(), place, limit, await selection());
            seen.push(...found.numbers);
            place = found.last;
          };
          for (const step of steps) {
            if (step.kind === "wait") clock += step.ms;
            else if (step.kind === "store") await opened.add(...(waiting[step.partition]?.splice(0) ?? []));
            else if (step.kind === "read") await page(step.limit);
            else if (step.kind === "receive") {
              const event = row(clock, begin + events.length, { event_time: storedTimeOf(day - step.late * DAY_MS) });
              events.push(event);
              receive(event, step.partition);
            } else {
              const event = events[step.of % Math.max(1, events.length)];
              if (event !== undefined) receive(event, step.partition);
            }
          }
          for (const blocks of waiting) await opened.add(...blocks.splice(0));
          await page(3);
          expect(seen.toSorted((one, other) => one - other)).toEqual(events.map((_event, index) => begin + index));
        }),
        { numRuns: propertyRuns },
      );
    });
  });
}
