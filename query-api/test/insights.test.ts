// Insights, as a caller sees them; what rows mean is src/insights' business.
import { DAY_MS } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { insightsSchema } from "../src/entries/insights.ts";
import { memoryInsightRows } from "../src/insights/insight-rows.ts";
import { StoreUnavailable } from "../src/store/entry-store.ts";
import { apiUnderTest, NOW } from "./api-under-test.ts";
import { PROJECT } from "./rows.ts";

const url = `/v3/projects/${PROJECT}/insights`;
const row = { id: "ben", name: "dns.zone.update", client: "CLI", entries: "1230", resources: "30", minutes: "9" };

test("an insight says what was found about whom, and which list has it", async () => {
  await using api = await apiUnderTest({ insightRows: memoryInsightRows({ "manual-work": [row] }) });
  api.emails.tell({ kind: "USER", id: "ben" }, "ben$&@example.com");
  const { status, body } = await api.get(url);
  expect(status).toBe(200);
  expect(insightsSchema.strict().parse(body)).toEqual({
    start: new Date(NOW - 7 * DAY_MS).toISOString(),
    end: new Date(NOW).toISOString(),
    insights: [
      {
        kind: "manual-work",
        sentence:
          "ben$&@example.com recorded dns.zone.update 1,230 times on 30 resources by hand (CLI), in about 9 minutes: automate this",
        initiator: { kind: "USER", id: "ben", email: "ben$&@example.com" },
        figures: {
          entries: 1230,
          eventName: "dns.zone.update",
          clientKind: "CLI",
          resources: 30,
          estimatedSeconds: 540,
        },
        filter:
          "initiator.kind=USER AND initiator.id=ben AND eventName=dns.zone.update AND clientKind=CLI AND category=ADMINISTRATIVE AND outcome=SUCCESS",
        start: new Date(NOW - 7 * DAY_MS).toISOString(),
        end: new Date(NOW).toISOString(),
      },
    ],
    missing: [],
  });
  expect(api.recording.events).toMatchObject([{ details: { searchKind: "insights", periodEndAt: NOW, rows: 0 } }]);
});

test("what took too long is named; only where everything did is the answer 503", async () => {
  const slow = (isSlow: (kind: string) => boolean) => ({
    rows: async (kind: string) => {
      if (isSlow(kind)) throw new StoreUnavailable("too slow");
      return [];
    },
  });
  await using api = await apiUnderTest({ insightRows: slow((kind) => kind === "fault-rate") });
  expect(await api.get(url)).toMatchObject({
    status: 200,
    body: { insights: [], missing: [{ kind: "fault-rate", about: expect.stringContaining("denial rates") }] },
  });
  await using away = await apiUnderTest({ insightRows: slow(() => true) });
  expect((await away.get(url)).status).toBe(503);
});

test.each([
  ["start=x", "start must be an ISO 8601 time with a zone, such as 2026-03-21T08:10:14.422Z"],
  ["start=2025-01-01T00:00:00Z", "the period from start to end must not be longer than 90 days"],
  ["filter=x", 'Unrecognized key: "filter"'],
])("?%s is refused", async (query, message) => {
  await using api = await apiUnderTest();
  const { status, body } = await api.get(`${url}?${query}`);
  expect([status, Object(body).message]).toEqual([400, message]);
});
