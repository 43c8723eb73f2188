// Selections and pages as SQL.
import { expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, ORGANIZATION, OTHER_PROJECT } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import { parseFilter, type Filter } from "../filter/index.ts";
import type { Scope } from "../scope.ts";
import { entriesQuery, keysQuery } from "./keys-query.ts";
import type { Page } from "./page.ts";
import type { Query } from "./query.ts";
import { rowsQuery } from "./rows-query.ts";
import type { Selection } from "./selection.ts";

const window = { start: Date.parse("2026-03-20T12:00:00.001Z"), end: Date.parse("2026-03-21T12:00:00.002Z") };
const after = { eventTime: Date.parse("2026-03-21T08:10:14.422Z"), id: idOf(7) };
const project: Scope = { type: "PROJECT", id: OTHER_PROJECT };
const filterOf = (text: string): Filter => {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return parsed.filter;
};
const asked = async (scope: Scope, rest: Partial<Selection> = {}, page: Page = pageOf(50)): Promise<Query> =>
  keysQuery(selectionOf(await grantedScope(scope), window, rest), page);

test.each<[string, Scope, Partial<Selection>, Page]>([
  ["first page of a project", project, {}, pageOf(50)],
  ["later page of an organization", { type: "ORGANIZATION", id: ORGANIZATION }, {}, pageOf(1000, { after })],
  ["later page, oldest first", project, {}, pageOf(2, { after, order: "oldest-first" })],
  ["below an organization", { type: "ORGANIZATION", id: ORGANIZATION }, { descendants: true }, pageOf(50)],
  [
    "below an organization, oldest first, with a filter that the projection knows",
    { type: "ORGANIZATION", id: ORGANIZATION },
    { descendants: true, filter: filterOf('initiator.email:"@example.com" OR NOT (outcome=SUCCESS service=dns)') },
    pageOf(50, { after, order: "oldest-first" }),
  ],
  [
    "below an organization, with a filter that the projection does not know",
    { type: "ORGANIZATION", id: ORGANIZATION },
    { descendants: true, filter: filterOf("outcome=DENIED resource.id=x") },
    pageOf(50),
  ],
  ["below a folder", { type: "FOLDER", id: ORGANIZATION }, { descendants: true }, pageOf(50)],
  ["with a filter", project, { filter: filterOf('service=dns -outcome=SUCCESS "web shop"') }, pageOf(50)],
])("%s", async (_name, scope, rest, page) => {
  const query = await asked(scope, rest, page);
  expect(query.sql).toMatchSnapshot("sql");
  expect(query.params).toMatchSnapshot("params");
});

test("no value of a caller is part of the text", async () => {
  const evil = "x' OR 1 = 1 --";
  const query = await asked(
    { type: "ORGANIZATION", id: evil },
    { descendants: true, filter: filterOf(`initiator.id="${evil}" "${evil}"`) },
    pageOf(3, { after: { ...after, id: evil } }),
  );
  expect(query.sql).not.toContain("1 = 1");
  expect(query.params).toMatchObject({ organizationId: evil, lastId: evil });
});

test("every parameter of the text is bound and every bound value is used", async () => {
  const { sql, params } = await asked(project, { filter: filterOf("service=(dns OR iam) web") }, pageOf(1, { after }));
  const names = new Set([...sql.matchAll(/\{(\w+):/g)].map(([, name]) => String(name)));
  expect([...names].toSorted()).toEqual(Object.keys(params).toSorted());
});

test("the entries of a page are asked for like its keys", async () => {
  const selection = selectionOf(await grantedScope(project), window, { filter: filterOf("service=dns") });
  const page = pageOf(50, { after });
  const [entries, keys] = [entriesQuery(selection, page), keysQuery(selection, page)];
  expect(entries.sql).toMatch(
    /^SELECT toUInt32\(\d+\) AS row_mark, event_id, event_time, .*, entry\nFROM scope_entries\(/,
  );
  expect(entries.sql.replace(/^.*\n/, "")).toBe(`${keys.sql.replace(/^.*\n/, "")}\nFORMAT RowBinary`);
  expect(entries.params).toEqual(keys.params);
});

test("what is on a page is read by its keys, out of the scopes that they name", async () => {
  const time = "2026-03-21 08:10:14.422";
  const keys = [OTHER_PROJECT, OTHER_PROJECT, ORGANIZATION].map((id, index) => [id, time, idOf(index)] as const);
  const scope = await grantedScope({ type: "ORGANIZATION", id: ORGANIZATION });
  const { sql, params } = rowsQuery({ scope, descendants: true }, keys, "newest-first");
  expect(sql).toContain(
    "WHERE (scope_id, event_time, event_id) IN {keys:Array(Tuple(String, DateTime64(3, 'UTC'), UUID))}",
  );
  expect(sql).toContain("FROM entries_of_scopes(");
  // A copy that became another organization's is not this one's to show.
  expect(sql).toContain("AND organization_id IN ('', {organizationId:String})");
  const scopeIds = [OTHER_PROJECT, ORGANIZATION];
  expect(params).toEqual({ scopeIds, visibilities: ["PUBLIC"], keys, organizationId: ORGANIZATION });
});
