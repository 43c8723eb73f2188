// How often one principal may ask: counted per principal, told when to go on, and never in the way of probes.
import { expect, test } from "vitest";
import { apiUnderTest, READER_ROLES } from "./api-under-test.ts";
import { PROJECT } from "./rows.ts";

const LIST = `/v3/projects/${PROJECT}/entries`;

test("who asks more often than allowed is told when to go on, and others are not affected", async () => {
  await using api = await apiUnderTest({}, undefined, 3);
  for (const url of [LIST, `/v2/projects/${PROJECT}`, LIST]) expect((await api.get(url)).status).toBe(200);
  const turnedAway = await api.get(LIST);
  expect(turnedAway).toMatchObject({
    status: 429,
    body: { type: "/docs/problems#too-many-requests", status: 429, message: "more than 3 requests in a minute" },
  });
  const wait = Number(turnedAway.headers["retry-after"]);
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  const other = `Bearer ${await api.issuer.token({ sub: "somebody-else", roles: READER_ROLES })}`;
  expect((await api.get(LIST, other)).status).toBe(200);
  expect((await api.get("/livez", null)).status).toBe(200);
  expect((await api.get("/v3/catalogue", null)).status).toBe(200);
  expect((await api.get("/metrics", null)).text).toContain("audit_query_rate_limited_total 1");
});

test("who is not known is told that, however often", async () => {
  await using api = await apiUnderTest({}, undefined, 1);
  for (let asked = 0; asked < 3; asked += 1) expect((await api.get(LIST, null)).status).toBe(401);
});
