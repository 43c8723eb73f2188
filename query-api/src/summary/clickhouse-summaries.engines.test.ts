import { DAY_MS } from "@audit-log/schemas";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../test/clickhouse-under-test.ts";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, ORGANIZATION, OTHER_PROJECT, rowAt } from "../../test/rows.ts";
import { selectionOf } from "../../test/selections.ts";
import { filterOf } from "../store/selection.contract.ts";
import type { FacetName } from "./facets.ts";
import { summariesContract } from "./summaries.contract.ts";

let clickhouse: ClickHouseUnderTest;
const moment = Date.now();

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), "audit_test_query_summaries");
});
afterAll(() => clickhouse[Symbol.asyncDispose]());

summariesContract(
  async () => {
    await clickhouse.empty();
    return { ...clickhouse, summaries: clickhouse.store.summaries };
  },
  { now: () => moment, propertyRuns: 15 },
);

test("counts below an organization are the same before its weeks are settled, then, and when a copy comes into one", async () => {
  await clickhouse.empty();
  const organization = { type: "ORGANIZATION", id: ORGANIZATION } as const;
  await clickhouse.place({ type: "PROJECT", id: OTHER_PROJECT }, organization);
  const rows = Array.from({ length: 60 }, (_none, number) =>
    rowAt(moment - (number + 1) * DAY_MS, idOf(number), {
      event_source: ["dns", "iam", "ske"][number % 3] ?? "",
      outcome: number % 4 === 0 ? "DENIED" : "SUCCESS",
      initiator_id: `u${number % 7}`,
      // Not filled yet, some of them: found by where its project is.
      ...(number % 5 === 0 ? { scope_id: OTHER_PROJECT, organization_id: "", folder_id: "" } : {}),
    }),
  );
  await clickhouse.add(...rows);
  await clickhouse.add(...rows.slice(0, 30));
  const scope = await grantedScope(organization);
  const window = { start: moment - 80 * DAY_MS, end: moment };
  const counted = (facets: readonly FacetName[], filter = "", of = window) =>
    clickhouse.store.summaries.summarize(
      selectionOf(scope, of, { descendants: true, filter: filterOf(filter) }),
      { interval: "1d", facets },
      new AbortController().signal,
    );
  const all = () =>
    Promise.all([
      counted(["service", "initiator"]),
      counted(["eventName"], "outcome=DENIED -service=dns"),
      // Of these the projection knows nothing.
      counted(["resource.id"]),
      counted([], "userAgent:*"),
      // Of whole weeks, none of another.
      counted(["service"], "", { start: moment - 40 * DAY_MS, end: moment - 30 * DAY_MS }),
    ]);
  const expected = await all();
  expect(expected[0].total).toBe(60);
  expect(expected[0].facets[0]?.values).toEqual(
    ["dns", "iam", "ske"].map((service) => ({ value: [service], count: 20 })),
  );
  expect(expected[1].total).toBe(10);

  await clickhouse.settle();
  expect(await all()).toEqual(expected);
  expect(await all()).toEqual(expected);
  await clickhouse.add(...rows.slice(20, 50));
  expect(await all()).toEqual(expected);
  expect(await all()).toEqual(expected);
});
