import { expect, test } from "vitest";
import { idOf, OTHER_PROJECT, ORGANIZATION } from "../../test/rows.ts";
import { grantedScope } from "../../test/granted-scope.ts";
import { entriesQuery } from "./entries-query.ts";
import { entryColumns } from "./entry-row.ts";
import type { Page } from "./page.ts";

const window = { start: Date.parse("2026-03-20T12:00:00.001Z"), end: Date.parse("2026-03-21T12:00:00.002Z") };
const after = { eventTime: Date.parse("2026-03-21T08:10:14.422Z"), id: idOf(7) };

test.each<[string, "ORGANIZATION" | "PROJECT", string, Page]>([
  ["first page of a project", "PROJECT", OTHER_PROJECT, { limit: 50 }],
  ["later page of an organization", "ORGANIZATION", ORGANIZATION, { limit: 1000, after }],
])("%s", async (_name, type, id, page) => {
  const query = entriesQuery(await grantedScope({ type, id }), window, page);
  expect(query.sql.replace(entryColumns.join(", "), "<the entry columns>")).toMatchSnapshot("sql");
  expect(query.params).toMatchSnapshot("params");
});

test("no value of a caller is part of the text", async () => {
  const evil = "x' OR 1 = 1 --";
  const query = entriesQuery(await grantedScope({ type: "PROJECT", id: evil }), window, {
    limit: 3,
    after: { ...after, id: evil },
  });
  expect(query.sql).not.toContain(evil);
  expect(query.params).toMatchObject({ scopeId: evil, lastId: evil });
});

test("every parameter of the text is bound and every bound value is used", async () => {
  const { sql, params } = entriesQuery(await grantedScope({ type: "PROJECT", id: OTHER_PROJECT }), window, {
    limit: 1,
    after,
  });
  const names = new Set([...sql.matchAll(/\{(\w+):/g)].map(([, name]) => String(name)));
  expect([...names].toSorted()).toEqual(Object.keys(params).toSorted());
});
