import { domains } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { freshnessSchema } from "../src/routes/feed/freshness.ts";
import { apiUnderTest, NOW } from "./api-under-test.ts";
import { PROJECT } from "./rows.ts";

const url = `/v3/projects/${PROJECT}/freshness`;

test("each service is as far behind as its topic: what is not settled, or waits in Kafka", async () => {
  await using api = await apiUnderTest();
  api.feed.tell(
    { domain: "membership", settledUntil: NOW - 1_000, waitingSince: 0 },
    { domain: "network", settledUntil: NOW - 2_000, waitingSince: NOW - 90_000 },
    { domain: "billing", settledUntil: NOW + 500, waitingSince: 0 },
  );
  const { status, body } = await api.get(url);
  expect(status).toBe(200);
  const { settledUntil, services } = freshnessSchema.strict().parse(body);
  expect(settledUntil).toBe(new Date(NOW - 2_000).toISOString());
  const behind = new Map(services.map(({ service, secondsBehind }) => [service, secondsBehind]));
  expect([...behind.keys()]).toEqual(domains.flatMap(({ services: all }) => all.map(({ name }) => name)));
  expect([...behind].filter(([, seconds]) => seconds !== undefined)).toEqual([
    ["billing", 0],
    ["membership", 1],
    ["load-balancer", 90],
    ["dns", 90],
  ]);
  // It shows no entry.
  expect(api.recording.events).toEqual([]);
});

test("is told to those alone who may read the scope, and takes no parameters", async () => {
  await using api = await apiUnderTest();
  const stranger = `Bearer ${await api.issuer.token({ roles: [] })}`;
  expect((await api.get(url, stranger)).status).toBe(404);
  expect((await api.get(`${url}?from=now`)).status).toBe(400);
});
