// Every pair of a principal and a scope, on every route of our own document that names a scope: who has a role there or above sees that scope's
// entries and no other's; everybody else gets the very answer that a scope gets which does not exist, and no store was asked for an entry.
import { DAY_MS } from "@audit-log/schemas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExportStore } from "../src/export/store/export-store.ts";
import type { EntryStore } from "../src/index.ts";
import type { InsightRows } from "../src/insights/insight-rows.ts";
import type { EntryRow } from "../src/query/entry-row.ts";
import type { Scope } from "../src/scope.ts";
import type { Summaries } from "../src/summary/summary.ts";
import type { FeedStore } from "../src/store/feed-store.ts";
import { TAIL_PACE } from "../src/routes/feed/tail.ts";
import { apiUnderTest, type Answer, type ApiUnderTest } from "./api-under-test.ts";
import { idOf, rowAt } from "./rows.ts";

export interface TenantsUnderTest {
  readonly overrides: Omit<
    Parameters<typeof apiUnderTest>[0] & object,
    "store" | "summaries" | "insightRows" | "feed" | "exports"
  > & {
    store: EntryStore;
    summaries: Summaries;
    insightRows: InsightRows;
    feed: FeedStore;
    exports: ExportStore;
  };
  /** Milliseconds UTC, always the same: answers carry their time. */
  readonly now: () => number;
  place: (scope: Scope, ...above: Scope[]) => Promise<void>;
  add: (...rows: EntryRow[]) => Promise<void>;
}

interface Node extends Scope {
  readonly name: string;
  readonly above: readonly Node[];
  /** Of its two entries: the first is public, the second private. */
  readonly entries: readonly [string, string];
}

let made = 0;
function node(type: Scope["type"], name: string, ...above: Node[]): Node {
  made += 1;
  const id = `${String(made).padStart(8, "0")}-3c1f-4d57-9a39-2f0d1f6c7a10`;
  return { type, id, name, above, entries: [idOf(made * 16), idOf(made * 16 + 1)] };
}

/** An organization with nested folders, siblings, and a project that lies in no folder. */
function tenant(name: string): Node[] {
  const organization = node("ORGANIZATION", `${name}'s organization`);
  const outer = node("FOLDER", `${name}'s outer folder`, organization);
  const inner = node("FOLDER", `${name}'s inner folder`, outer, organization);
  const sibling = node("FOLDER", `${name}'s other folder`, organization);
  const projects = [
    node("PROJECT", `${name}'s project in the inner folder`, inner, outer, organization),
    node("PROJECT", `${name}'s sibling of it`, inner, outer, organization),
    node("PROJECT", `${name}'s project in the outer folder`, outer, organization),
    node("PROJECT", `${name}'s project in no folder`, organization),
  ];
  return [organization, outer, inner, sibling, ...projects];
}

const nodes = [...tenant("Acme"), ...tenant("Globex")];
const nowhere = (type: Scope["type"]): Node => ({ ...node(type, "nowhere"), above: [] });

const claim = ({ type, id }: Scope, role: string) => ({ scopeType: type.toLowerCase(), scopeId: id, role });
const principals = [
  ...nodes.map((held) => ({ name: `a reader of ${held.name}`, held: [held], roles: [claim(held, "reader")] })),
  { name: "nobody", held: [], roles: [] },
  { name: "an owner of the platform, which is no role", held: [], roles: [{ scopeType: "platform", role: "owner" }] },
];

const PARAMETERS = { organizationId: "ORGANIZATION", folderId: "FOLDER", projectId: "PROJECT" } as const;

interface Route {
  readonly method: string;
  readonly path: string;
  readonly type: Scope["type"];
  readonly isSecured: boolean;
}

/** Enough of them for an engine, where an answer takes long: each kind of scope, one in the middle, another tenant, and who has no role. */
export const SOME_PRINCIPALS: readonly string[] = [
  "a reader of Acme's organization",
  "a reader of Acme's inner folder",
  "a reader of Acme's project in the inner folder",
  "a reader of Globex's outer folder",
  "nobody",
];

export function tenantsContract(
  open: () => Promise<TenantsUnderTest>,
  asking: readonly string[] = principals.map(({ name }) => name),
): void {
  let api: ApiUnderTest;
  let routes: Route[];
  let reads = 0;
  let now: () => number;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    const { overrides, place, add, ...opened } = await open();
    now = opened.now;
    const store: EntryStore = {
      ping: () => overrides.store.ping(),
      entries: (...asked) => {
        reads += 1;
        return overrides.store.entries(...asked);
      },
    };
    const summaries: Summaries = {
      summarize: (...asked) => {
        reads += 1;
        return overrides.summaries.summarize(...asked);
      },
    };
    const insightRows: InsightRows = {
      rows: (...asked) => {
        reads += 1;
        return overrides.insightRows.rows(...asked);
      },
    };
    const feed: FeedStore = {
      progress: (...asked) => overrides.feed.progress(...asked),
      arrived: (...asked) => {
        reads += 1;
        return overrides.feed.arrived(...asked);
      },
    };
    const exports: ExportStore = {
      rows: (...asked) => {
        reads += 1;
        return overrides.exports.rows(...asked);
      },
      parquet: (...asked) => {
        reads += 1;
        return overrides.exports.parquet(...asked);
      },
    };
    // A tail asks once, and no more until we hang up.
    api = await apiUnderTest({
      ...overrides,
      store,
      summaries,
      insightRows,
      feed,
      exports,
      now,
      tailPace: { ...TAIL_PACE, pollMs: 60_000 },
    });
    for (const { type, id, above, entries } of nodes) {
      await place({ type, id }, ...above.map((one) => ({ type: one.type, id: one.id })));
      const own = { scope_type: type, scope_id: id, organization_id: (above.at(-1) ?? { id }).id };
      const [shown, hidden] = entries;
      await add(rowAt(now() - 1_000, shown, own), rowAt(now() - 2_000, hidden, { ...own, visibility: "PRIVATE" }));
    }
    for (const { name, roles } of principals)
      tokens.set(name, `Bearer ${await api.issuer.token({ sub: name, roles })}`);
    routes = await scopedRoutes(api);
  });
  afterAll(() => api[Symbol.asyncDispose]());

  /** Of other parameters in the path every one is an entry of the scope. */
  const urlOf = ({ path }: Route, { id, entries }: Node): string =>
    pathOf(path, id, entries) + (path.endsWith("/tail") ? `?from=${new Date(now() - DAY_MS).toISOString()}` : "");
  const pathOf = (path: string, id: string, entries: Node["entries"]): string =>
    path.replace(/\{(?:organizationId|folderId|projectId)\}/, id).replaceAll(/\{\w+\}/g, entries[0]);

  /** Everything of a refusal but what repeats the question, and what no two answers share. */
  function shapeOf({ status, headers, text }: Answer, { id, entries }: Node) {
    const { "x-request-id": requestId, date: _date, ...kept } = headers;
    const same = text
      .replaceAll(id, "<scope>")
      .replaceAll(entries[0], "<entry>")
      .replaceAll(`#${String(requestId)}`, "#<request>")
      .replace(/"timestamp":"[^"]+"/, "<timestamp>");
    return { status, headers: { ...kept, "content-length": undefined }, text: same };
  }

  describe("on every route that names a scope", () => {
    test("there are such routes, of each type, and each wants a token", async () => {
      expect(principals.map(({ name }) => name)).toEqual(expect.arrayContaining([...asking]));
      expect(new Set(routes.map(({ type }) => type))).toEqual(new Set(["ORGANIZATION", "FOLDER", "PROJECT"]));
      expect(routes.filter(({ isSecured }) => !isSecured)).toEqual([]);
      // Whoever adds another method teaches this suite to call it.
      expect(routes.filter(({ method }) => method !== "get")).toEqual([]);
      for (const route of routes)
        for (const scope of [
          nodes.find(({ type }) => type === route.type) ?? expect.unreachable(),
          nowhere(route.type),
        ])
          expect(await api.get(urlOf(route, scope), null)).toMatchObject({ status: 401 });
    });

    test.each(principals.filter(({ name }) => asking.includes(name)))("$name", async ({ name, held }) => {
      const authorization = tokens.get(name);
      for (const route of routes) {
        const missing = nowhere(route.type);
        const absent = shapeOf(await api.get(urlOf(route, missing), authorization), missing);
        expect(absent.status).toBe(404);
        for (const scope of nodes.filter(({ type }) => type === route.type)) {
          const before = reads;
          const answer = await api.get(urlOf(route, scope), authorization);
          const what = `${name}: ${route.method} ${urlOf(route, scope)} (${scope.name})`;
          if ([scope, ...scope.above].some((one) => held.some(({ id }) => id === one.id))) {
            expect(answer.status, what).toBe(200);
            // Of its own two entries the public one: shown, or counted.
            if (route.path.endsWith("/summary")) expect(answer.body, what).toMatchObject({ total: 1 });
            // So few entries say nothing together but who made them: of its own two it may count the public one.
            else if (route.path.endsWith("/insights")) expect(entriesIn(answer), what).toBeLessThanOrEqual(1);
            else if (route.path.endsWith("/freshness")) expect(foundIn(answer), what).toEqual([]);
            else expect(foundIn(answer), what).toEqual([scope.entries[0]]);
          } else {
            expect(shapeOf(answer, scope), what).toEqual(absent);
            expect([reads - before, foundIn(answer)], what).toEqual([0, []]);
          }
        }
      }
    });
  });
}

/** Entries of whatever scope that an answer shows. A refusal may repeat the one that was asked for, in its path. */
function foundIn({ body, text }: Answer): string[] {
  const shown = text.replaceAll(String(Object(body).path), "");
  return nodes.flatMap(({ entries }) => entries).filter((id) => shown.includes(id));
}

/** The most entries that an insight counts. */
const entriesIn = ({ body }: Answer): number =>
  Math.max(0, ...Object(body).insights.map((insight: { figures: { entries: number } }) => insight.figures.entries));

async function scopedRoutes(api: ApiUnderTest): Promise<Route[]> {
  const document: { paths: Record<string, Record<string, { security?: object[] }>> } = JSON.parse(
    (await api.get("/openapi.json", null)).text,
  );
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { security = [] }]) => {
      const type = Object.entries(PARAMETERS).find(([name]) => path.includes(`{${name}}`))?.[1];
      return type === undefined ? [] : [{ method, path, type, isSecured: security.length > 0 }];
    }),
  );
}
