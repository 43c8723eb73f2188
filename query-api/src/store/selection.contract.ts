// The part of entry-store.contract.ts about what is selected: below a scope, by a filter, in which order.
import { DAY_MS } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, rowAt } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import { parseFilter, type Filter } from "../filter/index.ts";
import type { EntryRow } from "../query/entry-row.ts";
import type { Page } from "../query/page.ts";
import type { Selection } from "../query/selection.ts";
import type { Scope } from "../scope.ts";
import type { StoreUnderTest } from "./entry-store.contract.ts";

const signal = new AbortController().signal;
const organization = (id: string): Scope => ({ type: "ORGANIZATION", id });
const folder = (id: string): Scope => ({ type: "FOLDER", id });
const project = (id: string): Scope => ({ type: "PROJECT", id });
/** What an event says that knows nothing but its scope. */
const nowhere = { organization_id: "", folder_id: "", project_id: "" };
const of = ({ type, id }: Scope, rest: Partial<EntryRow> = {}) => ({
  ...nowhere,
  scope_type: type,
  scope_id: id,
  ...rest,
});

export function filterOf(text: string): Filter {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return parsed.filter;
}

export function selectionContract(open: () => Promise<StoreUnderTest>, { now }: { now: () => number }): void {
  /** Numbers of the entries, in the order of the pages. */
  async function numbers(
    { store }: StoreUnderTest,
    scope: Scope,
    rest: Partial<Selection> = {},
    page: Partial<Page> = {},
  ): Promise<number[]> {
    const selection = selectionOf(await grantedScope(scope), { start: now() - 80 * DAY_MS, end: now() }, rest);
    const found: number[] = [];
    for (let after: Page["after"]; ;) {
      const { rows, next } = await store.entries(selection, pageOf(3, { ...page, after }), signal);
      found.push(...rows.map((row) => Number.parseInt(row.event_id.slice(-8), 16)));
      if (next === undefined) return found;
      after = next;
    }
  }
  const at = (number: number, rest: Partial<EntryRow>, age = number * 1000): EntryRow =>
    rowAt(now() - age, idOf(number), rest);

  test("shows everything below an organization or a folder where that is asked, and nothing of another", async () => {
    const opened = await open();
    await opened.place(organization("o1"));
    await opened.place(folder("f1"), organization("o1"));
    await opened.place(folder("f2"), folder("f1"), organization("o1"));
    await opened.place(project("p1"), folder("f2"), folder("f1"), organization("o1"));
    await opened.place(project("p2"), organization("o1"));
    await opened.place(project("p9"), folder("f9"), organization("o9"));
    await opened.add(
      at(1, of(organization("o1"), { organization_id: "o1" })),
      at(2, of(folder("f1"), { organization_id: "o1", folder_id: "f1" })),
      at(3, of(project("p1"), { organization_id: "o1", folder_id: "f2" })),
      at(4, of(project("p2"), { organization_id: "o1" })),
      // Not filled yet: they lie where their scope lies.
      at(5, of(project("p1"))),
      at(6, of(project("p2"))),
      at(7, of(project("p9"))),
      at(8, of(project("p9"), { organization_id: "o9", folder_id: "f9" })),
      at(9, of(organization("o9"), { organization_id: "o9" })),
      // Nobody knows where it lies but its producer.
      at(10, of(project("p3"), { organization_id: "o1", folder_id: "f1" })),
    );
    const all = { descendants: true };
    expect(await numbers(opened, organization("o1"))).toEqual([1]);
    expect(await numbers(opened, organization("o1"), all)).toEqual([1, 2, 3, 4, 5, 6, 10]);
    expect(await numbers(opened, folder("f1"))).toEqual([2]);
    expect(await numbers(opened, folder("f1"), all)).toEqual([2, 3, 5, 10]);
    expect(await numbers(opened, folder("f2"), all)).toEqual([3, 5]);
    expect(await numbers(opened, project("p1"), all)).toEqual([3, 5]);
    expect(await numbers(opened, organization("o9"), all)).toEqual([7, 8, 9]);
    expect(await numbers(opened, organization("p1"), all)).toEqual([]);
  });

  test("leaves what happened where its scope was when it happened", async () => {
    const opened = await open();
    await opened.place(project("p1"), organization("o1"));
    await opened.add(at(3, of(project("p1"), { organization_id: "o1" })));
    await opened.place(project("p1"), organization("o2"));
    await opened.add(at(2, of(project("p1"), { organization_id: "o2" })), at(1, of(project("p1"))));
    expect(await numbers(opened, organization("o1"), { descendants: true })).toEqual([3]);
    expect(await numbers(opened, organization("o2"), { descendants: true })).toEqual([1, 2]);
  });

  test("shows each organization and folder its own copy of an event whose scope had moved when it was stored again", async () => {
    const opened = await open();
    await opened.place(folder("f1"), organization("o1"));
    await opened.place(project("p1"), folder("f1"), organization("o1"));
    await opened.add(at(1, of(project("p1"), { organization_id: "o1", folder_id: "f1" })));
    await opened.place(folder("f2"), organization("o2"));
    await opened.place(project("p1"), folder("f2"), organization("o2"));
    await opened.add(at(1, of(project("p1"), { organization_id: "o2", folder_id: "f2" })));
    for (const scope of [organization("o1"), folder("f1"), organization("o2"), folder("f2")]) {
      const selection = selectionOf(
        await grantedScope(scope),
        { start: now() - DAY_MS, end: now() },
        { descendants: true },
      );
      const { rows } = await opened.store.entries(selection, pageOf(3), signal);
      expect(rows.map((row) => (scope.type === "FOLDER" ? row.folder_id : row.organization_id))).toEqual([scope.id]);
    }
  });

  test("shows what is private below a scope to nobody to whom it was not granted", async () => {
    const opened = await open();
    await opened.place(project("p1"), organization("o1"));
    await opened.add(
      at(1, of(project("p1"), { organization_id: "o1", visibility: "PRIVATE" })),
      at(2, of(project("p1"))),
    );
    expect(await numbers(opened, organization("o1"), { descendants: true })).toEqual([2]);
  });

  test("keeps the order over 80 days, in both directions, page by page", async () => {
    const opened = await open();
    const scopes = ["p1", "p2", "p3"].map(project);
    for (const scope of scopes) await opened.place(scope, organization("o1"));
    const ages = [0.01, 0.02, 0.1, 0.3, 0.31, 1, 2, 5, 9, 9.5, 20, 40, 41, 79].map((days) => days * DAY_MS);
    await opened.add(
      ...ages.map((age, number) => at(number, of(scopes[number % 3] ?? project("p1"), { organization_id: "o1" }), age)),
    );
    const expected = ages.map((_age, number) => number);
    const all = { descendants: true };
    expect(await numbers(opened, organization("o1"), all)).toEqual(expected);
    expect(await numbers(opened, organization("o1"), all, { order: "oldest-first" })).toEqual(expected.toReversed());
    const third = expected.filter((number) => number % 3 === 0);
    expect(await numbers(opened, project("p1"))).toEqual(third);
    expect(await numbers(opened, project("p1"), {}, { order: "oldest-first" })).toEqual(third.toReversed());
  });

  test("shows what a filter matches, page by page", async () => {
    const opened = await open();
    const p1 = project("p1");
    await opened.tell({ kind: "USER", id: "ada" }, "Ada@Example.com");
    await opened.add(
      at(1, of(p1, { event_source: "dns", outcome: "DENIED", initiator_kind: "USER", initiator_id: "ada" })),
      at(2, of(p1, { event_source: "iam", outcome: "SUCCESS", initiator_kind: "USER", initiator_id: "bob" })),
      at(3, of(p1, { event_source: "iam", outcome: "DENIED", initiator_kind: "SYSTEM", initiator_id: "ada" })),
      at(4, of(p1, { event_source: "ske", outcome: "DENIED", initiator_kind: "USER", initiator_id: "ada" })),
      at(5, of(p1, { event_source: "dns", outcome: "DENIED", initiator_kind: "USER", initiator_id: "ada" })),
      at(6, of(project("p2"), { event_source: "dns", outcome: "DENIED", initiator_id: "ada" })),
    );
    const found = (filter: string) => numbers(opened, p1, { filter: filterOf(filter) });
    expect(await found("service=(dns OR iam) outcome=DENIED")).toEqual([1, 3, 5]);
    expect(await found("-service=dns")).toEqual([2, 3, 4]);
    expect(await found("initiator.email=ada@example.com")).toEqual([1, 4, 5]);
    expect(await found("initiator.id=ada scope.id=p2")).toEqual([]);
    expect(await found("outcome=FAILURE")).toEqual([]);
  });
}
