import { expect, test } from "vitest";
import { entry, PROJECT } from "../testing/entries.ts";
import { fakeService, json } from "../testing/fake-service.ts";

const feedPage = (ids: string[], cursor: string, more: boolean) =>
  json({ items: ids.map((id) => entry(id)), cursor, more, settledUntil: "2026-03-21T12:00:00.000Z", limit: 50 });

test("the feed goes on with each page's cursor: at once while there is more, else after a while", async () => {
  await using service = await fakeService(
    feedPage(["1"], "a", true),
    feedPage([], "b", false),
    feedPage(["2"], "c", false),
  );
  const cursors: string[] = [];
  for await (const page of service.client().feed({ scope: PROJECT, from: "2026-03-20T00:00:00Z" })) {
    cursors.push(page.cursor);
    if (cursors.length === 3) break;
  }
  expect(service.asked.map((url) => url.split("?")[1])).toEqual([
    "from=2026-03-20T00%3A00%3A00Z",
    "cursor=a",
    "cursor=b",
  ]);
  expect(service.waits).toEqual([2_000]);
});

test("it can be resumed, and end where there is nothing more", async () => {
  await using service = await fakeService(feedPage([], "d", false));
  const pages = [];
  for await (const page of service.client().feed({ scope: PROJECT, cursor: "c", follow: false })) pages.push(page);
  expect(pages).toHaveLength(1);
  expect(service.asked[0]).toContain("cursor=c");
});
