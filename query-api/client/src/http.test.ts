import { expect, test } from "vitest";
import { entry, PROJECT } from "../testing/entries.ts";
import { BREAK, fakeService, json, problem, stream } from "../testing/fake-service.ts";
import { ApiError } from "./index.ts";

const page = json({ items: [], limit: 50 });

test("the token goes along, and what was asked is in the URL", async () => {
  await using service = await fakeService(page);
  const tokens = ["first", "second"];
  const client = service.client({ token: async () => tokens.shift() ?? "" });
  await client.page({ scope: PROJECT, filter: 'service=dns "a b"', includeDescendants: true, limit: 3 });
  await client.page({ scope: { type: "organization", id: "../x" } });
  expect(service.asked).toEqual([
    `/v3/projects/${PROJECT.id}/entries?filter=service%3Ddns+%22a+b%22&include-descendants=true&limit=3`,
    "/v3/organizations/..%2Fx/entries",
  ]);
  expect(service.headers.map(({ authorization }) => authorization)).toEqual(["Bearer first", "Bearer second"]);
});

test("a refusal is an ApiError with the service's words, and is not tried again", async () => {
  await using service = await fakeService(problem(404, "not found."));
  const refused = service.client().page({ scope: PROJECT });
  await expect(refused).rejects.toThrow(ApiError);
  await expect(refused).rejects.toMatchObject({
    status: 404,
    message: "not found.",
    problem: { message: "not found.", status: 404 },
    requestId: "request-1",
  });
  expect(service.asked).toHaveLength(1);
});

test("503, and 429 with Retry-After, are tried again after what they ask for, a bounded number of times", async () => {
  const away = problem(503, "away", { "retry-after": "2" });
  await using healed = await fakeService(away, problem(429, "many", { "retry-after": "3" }), page);
  await healed.client().page({ scope: PROJECT });
  expect(healed.waits).toEqual([2_250, 3_500]);

  await using broken = await fakeService(away);
  await expect(broken.client().page({ scope: PROJECT })).rejects.toMatchObject({ status: 503 });
  expect(broken.asked).toHaveLength(4);
});

test.each([
  ["429 that does not say when", problem(429, "many")],
  ["503 that asks for an hour", problem(503, "away", { "retry-after": "3600" })],
  ["500", json("oops", 500)],
])("%s is told at once", async (_name, answer) => {
  await using service = await fakeService(answer);
  await expect(service.client().page({ scope: PROJECT })).rejects.toThrow(ApiError);
  expect(service.asked).toHaveLength(1);
});

test("no answer in time, nobody there, half an answer and a redirect are errors", async () => {
  await using silent = await fakeService(() => {});
  await expect(silent.client({ timeoutMs: 20 }).page({ scope: PROJECT })).rejects.toThrow("did not answer in time");
  await using half = await fakeService(stream(['{"items":', BREAK]));
  await expect(half.client().page({ scope: PROJECT })).rejects.toThrow("broken off");
  await using away = await fakeService(json({}, 302, { location: "http://127.0.0.1:1/" }));
  await expect(away.client().page({ scope: PROJECT })).rejects.toThrow("cannot be reached");
  const gone = silent.client({ url: "http://127.0.0.1:1" }).page({ scope: PROJECT });
  await expect(gone).rejects.toMatchObject({ name: "ApiError", status: undefined });
});

test("entries go on through every page, an empty one too", async () => {
  await using service = await fakeService(
    json({ items: [entry("1")], cursor: "a", limit: 1 }),
    json({ items: [], cursor: "b", limit: 1 }),
    json({ items: [entry("2")], limit: 1 }),
  );
  const ids: string[] = [];
  for await (const { id } of service.client().entries({ scope: PROJECT, order: "oldest-first" })) ids.push(id);
  expect(ids).toEqual(["1", "2"]);
  expect(service.asked.map((url) => new URL(url, service.url).searchParams.get("cursor"))).toEqual([null, "a", "b"]);
});

test("what the caller aborts throws the caller's reason", async () => {
  await using service = await fakeService(() => {});
  const caller = new AbortController();
  const asked = service.client().page({ scope: PROJECT }, caller.signal);
  caller.abort(new Error("enough"));
  await expect(asked).rejects.toThrow("enough");
});
