// Whatever is asked of whatever route of the document: an answer that the document names, in the documented shape, and never a fault of ours.
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemSchema } from "../src/problem.ts";
import { memoryInsightRows } from "../src/insights/insight-rows.ts";
import { apiUnderTest, NOW, type ApiUnderTest } from "./api-under-test.ts";
import { FOLDER, idOf, ORGANIZATION, PROJECT, rowAt } from "./rows.ts";

interface Operation {
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly statuses: readonly string[];
}

let api: ApiUnderTest;
let operations: Operation[];

beforeAll(async () => {
  api = await apiUnderTest({ insightRows: memoryInsightRows() });
  api.store.add(...[1, 2, 3].map((age) => rowAt(NOW - age, idOf(age))));
  const { paths } = Object((await api.get("/openapi.json", null)).body);
  operations = Object.entries<{ get: { parameters?: Operation["parameters"]; responses: object } }>(paths).map(
    ([path, { get }]) => ({ path, parameters: get.parameters ?? [], statuses: Object.keys(get.responses) }),
  );
});
afterAll(() => api[Symbol.asyncDispose]());

const scopes: Readonly<Record<string, string>> = { organizationId: ORGANIZATION, folderId: FOLDER, projectId: PROJECT };

const iso = (time: number): string => new Date(time).toISOString();
const DAY = 86_400_000;

/** What parameters understand; the others are left out. */
const good: Readonly<Record<string, readonly string[]>> = {
  start: [iso(NOW - DAY), iso(NOW - 60_000)],
  end: [iso(NOW), iso(NOW + DAY / 2)],
  limit: ["1", "50", "99999"],
  filter: ["", "service=dns", 'outcome=SUCCESS -"x"', "eventTimeStamp>=2026-03-21T08:00:00Z"],
  order: ["oldest-first", "newest-first"],
  "include-descendants": ["true", "false"],
  interval: ["auto", "1d", "12h"],
  facets: ["", "service,outcome", "initiator"],
};

const anyText = fc.oneof(
  fc.constantFrom(...Object.values(good).flat(), "a AND (b", "NOT id=x", "1m"),
  fc.integer({ min: NOW - 95 * DAY, max: NOW + DAY }).map(iso),
  fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.toWellFormed()),
);

/** Mostly absent or understood, so that answers are also given. */
const anyValue = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: "none" } as const) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("good" as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("any" as const), text: anyText }) },
);

test("never a fault of ours, and always an answer that the document names", { timeout: 240_000 }, async () => {
  const anyCall = fc.record({
    route: fc.nat(),
    entryId: fc.oneof(
      { weight: 6, arbitrary: fc.constant(idOf(1)) },
      { weight: 1, arbitrary: fc.uuid() },
      { weight: 1, arbitrary: fc.string({ maxLength: 50 }) },
    ),
    values: fc.array(anyValue, { minLength: 8, maxLength: 8 }),
    extra: fc.option(fc.tuple(fc.string({ maxLength: 10 }), anyText), { freq: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(anyCall, async ({ route, entryId, values, extra }) => {
      const { path, parameters, statuses } = operations[route % operations.length] ?? expect.unreachable();
      const query = new URLSearchParams();
      parameters
        .filter((parameter) => parameter.in === "query")
        .forEach(({ name }, index) => {
          const value = values[index];
          const understood = good[name] ?? [];
          if (value?.kind === "any") query.append(name, value.text);
          else if (value?.kind === "good" && understood.length > 0)
            query.append(name, understood[value.which % understood.length] ?? "");
        });
      if (extra !== null) query.append(extra[0].toWellFormed(), extra[1]);
      const url = path.replace(
        /\{(\w+)\}/g,
        (_all, name: string) => scopes[name] ?? encodeURIComponent(entryId.toWellFormed()),
      );
      // An empty or relative last part is another path's.
      if (/\/\/|\/\.{1,2}(\/|$)|\/$/.test(decodeURIComponent(url))) return;
      const answer = await api.get(`${url}${query.size === 0 ? "" : "?"}${query.toString()}`);
      const what = `${url}?${query.toString()} ${answer.text.slice(0, 300)}`;
      expect(statuses, what).toContain(String(answer.status));
      if (answer.status !== 200) expect(problemSchema.strict().safeParse(answer.body).error, what).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test("each route answers what nobody could misunderstand", async () => {
  for (const { path, parameters } of operations) {
    const url = path.replace(/\{(\w+)\}/g, (_all, name: string) => scopes[name] ?? idOf(1));
    const below = parameters.some(({ name }) => name === "include-descendants") ? "?include-descendants=true" : "";
    expect((await api.get(url + below)).status, url).toBe(200);
  }
});
